import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import { ofPlatforms } from "#lib/api/refused";
import type { Viewer } from "#lib/auth/viewer";
import { refuseToken, withToken } from "#lib/confirmation-tokens/with-token";
import { guessParams, toGuess } from "#lib/microdeposits/guess-params";
import { cancelSetup } from "./cancel-setup.ts";
import { confirmSetup } from "./confirm-setup.ts";
import { createSetup } from "./create-setup.ts";
import { assertSetupSecret } from "./find-setup.ts";
import {
  cancelParams,
  confirmParams,
  createParams,
  listAttemptsParams,
  listSetupsParams,
  retrieveParams,
  toConfirmation,
  toNewSetup,
  toSetupInput,
  updateParams,
} from "./params.ts";
import { getSetup, getSetupAttempt, listSetupAttempts, listSetups } from "./queries.ts";
import { retrievableOfSetup } from "./retrievable.ts";
import { updateSetup } from "./update-setup.ts";
import { verifySetupDeposits } from "./verify-deposits.ts";
import { type SetupIntentRow, toSetupAttempt, toSetupIntent } from "./wire.ts";

const answer = (viewer: Viewer, row: SetupIntentRow) => toSetupIntent(row, viewer.environment);
const write = "payments:write" as const;
const read = "payments:read" as const;
const collection = "/v1/setup_intents";

export const setupIntentResource = resource(
  "setup_intent",
  {
    create: postThroughProcessor(
      collection,
      { permission: write, params: createParams },
      async (viewer, { confirmation_token: token, ...given }) => {
        if (!given.confirm) refuseToken(token);
        const confirm = given.confirm ? await withToken(viewer, token, toConfirmation(viewer, given)) : null;
        return createSetup(viewer, toNewSetup(given), confirm);
      },
      answer,
    ),
    list: list(collection, { permission: read, params: listSetupsParams }, async (viewer, input) => {
      const page = await listSetups(viewer, input, {
        attachToSelf: input.attach_to_self,
        customerId: input.customer,
        paymentMethodId: input.payment_method,
      });
      return pageOf(page, collection, (row) => answer(viewer, row));
    }),
    retrieve: get(
      "/v1/setup_intents/:id",
      { permission: read, params: retrieveParams, publishable: [read] },
      async (viewer, { id, client_secret }) => {
        const setup = await getSetup(viewer, id);
        assertSetupSecret(viewer, setup.clientSecret, client_secret);
        return answer(viewer, setup);
      },
    ),
    update: postThroughProcessor(
      "/v1/setup_intents/:id",
      { permission: write, params: updateParams },
      (viewer, { id, ...given }) => updateSetup(viewer, id, toSetupInput(given)),
      answer,
    ),
    confirm: postThroughProcessor(
      "/v1/setup_intents/:id/confirm",
      { permission: write, params: confirmParams, publishable: [write] },
      async (viewer, { id, client_secret, allowed_payment_method_types, confirmation_token, ...given }) =>
        confirmSetup(viewer, {
          ...(await withToken(viewer, confirmation_token, toConfirmation(viewer, given))),
          setupId: id,
          clientSecret: client_secret,
          allowedPaymentMethodTypes: allowed_payment_method_types,
        }),
      answer,
    ),
    verifyMicrodeposits: postThroughProcessor(
      "/v1/setup_intents/:id/verify_microdeposits",
      { permission: write, params: guessParams, publishable: [write] },
      (viewer, given) =>
        verifySetupDeposits(viewer, {
          setupId: given.id,
          guess: toGuess(given),
          clientSecret: given.client_secret,
        }),
      answer,
    ),
    cancel: post(
      "/v1/setup_intents/:id/cancel",
      { permission: write, params: cancelParams },
      async (viewer, { id, cancellation_reason: reason = null }) =>
        answer(viewer, await cancelSetup(viewer, { setupId: id, reason })),
    ),
  },
  {
    prefixes: ["seti"],
    load: async (viewer, id) => answer(viewer, await getSetup(viewer, id)),
    expandable: [
      ...ofPlatforms,
      "customer",
      "last_setup_error.payment_method",
      "latest_attempt",
      "mandate",
      "payment_method",
      "single_use_mandate",
    ],
    retrievable: retrievableOfSetup,
    kinds: { payment_method: "payment_method" },
  },
);

export const setupAttemptResource = resource(
  "setup_attempt",
  {
    list: list(
      "/v1/setup_attempts",
      { permission: read, params: listAttemptsParams },
      async (viewer, { setup_intent: setupId, ...request }) => {
        const page = await listSetupAttempts(viewer, request, setupId);
        return pageOf(page, "/v1/setup_attempts", (row) => toSetupAttempt(row, viewer.environment));
      },
    ),
  },
  {
    prefixes: ["setatt"],
    load: async (viewer, id) => toSetupAttempt(await getSetupAttempt(viewer, id), viewer.environment),
    expandable: [...ofPlatforms, "customer", "payment_method", "setup_intent"],
    kinds: { payment_method: "payment_method" },
  },
);
