import { change, update } from "#db/rows";
import { setupAttempts, setupIntents } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { useConfirmationToken } from "#lib/confirmation-tokens/use-token";
import { finish } from "#lib/operations/finish";
import { assertAgreed, chooseSetupMethod, methodMissing, nameMethod } from "./choose-setup-method.ts";
import { assertSetupAllows, assertSetupSecret, findSetup } from "./find-setup.ts";
import { methodTypesOf, withDefaultOptions } from "./method-types.ts";
import { setupAttempt, startSetupAttempt } from "./setup-attempt.ts";
import type { SetupConfirmInput } from "./setup-input.ts";
import type { SetupIntentRow } from "./wire.ts";

/**
 * Tries to ready the setup's method or another for later payments. Throws a card error (402) when the bank says
 * no. A browser's key must know the setup's client secret.
 */
export async function confirmSetup(
  viewer: Viewer,
  input: SetupConfirmInput & { setupId: string },
): Promise<SetupIntentRow> {
  authorize(viewer, "payments:write");
  const seen = await findSetup(await reader(viewer), input.setupId);
  assertSetupSecret(viewer, seen.clientSecret, input.clientSecret);
  assertSetupAllows("confirm", seen);
  const named = await nameMethod(viewer, input);

  const operation = await transaction(viewer, async (tx) => {
    const setup = await findSetup(tx, input.setupId);
    assertSetupAllows("confirm", setup);
    await abandonAttempt(tx, setup);
    const paymentMethodTypes = allowedTypes(setup, input, viewer.environment.currency);
    const chosen =
      named.id === null && named.vaulted === null ? { ...named, id: setup.paymentMethodId } : named;
    const method = await chooseSetupMethod(tx, chosen, { customerId: setup.customerId, paymentMethodTypes });
    if (!method) throw methodMissing();
    const ready = await change(tx, setupIntents, setup, {
      status: "requires_confirmation",
      paymentMethodId: method.id,
      paymentMethodTypes,
      allowedPaymentMethodTypes: input.allowedPaymentMethodTypes ?? setup.allowedPaymentMethodTypes,
      paymentMethodOptions: withDefaultOptions(paymentMethodTypes, {
        ...setup.paymentMethodOptions,
        ...input.paymentMethodOptions,
      }),
      acceptance: input.acceptance ?? setup.acceptance,
      nextAction: null,
    });
    await assertAgreed(tx, method, ready);
    await useConfirmationToken(tx, input.confirmationTokenId, { setupIntentId: ready.id });
    return startSetupAttempt(tx, ready, method, {
      returnUrl: input.returnUrl ?? null,
      useSdk: input.useSdk ?? false,
    });
  });
  return finish(viewer, operation, setupAttempt);
}

/** An attempt that still waits for its customer is over when another begins, or the setup is canceled. */
export async function abandonAttempt(tx: Tx, setup: SetupIntentRow): Promise<void> {
  if (setup.status !== "requires_action" || setup.latestAttemptId === null) return;
  await update(tx, setupAttempts, setup.latestAttemptId, { status: "abandoned" });
}

function allowedTypes(setup: SetupIntentRow, input: SetupConfirmInput, currency: string): string[] {
  const { allowedPaymentMethodTypes } = input;
  if (!allowedPaymentMethodTypes) return setup.paymentMethodTypes;
  const { excludedPaymentMethodTypes } = setup;
  return methodTypesOf({ allowedPaymentMethodTypes, excludedPaymentMethodTypes }, currency);
}
