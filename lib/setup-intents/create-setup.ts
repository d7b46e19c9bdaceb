import { insert } from "#db/rows";
import { setupIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { useConfirmationToken } from "#lib/confirmation-tokens/use-token";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId, randomText } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import { offeredMethods } from "#lib/method-configurations/offered-methods";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import {
  assertAgreed,
  chooseSetupMethod,
  methodMissing,
  type NamedMethod,
  nameMethod,
} from "./choose-setup-method.ts";
import { methodTypesOf, withDefaultOptions } from "./method-types.ts";
import { setupAttempt, startSetupAttempt } from "./setup-attempt.ts";
import type { NewSetupInput, SetupConfirmInput } from "./setup-input.ts";
import { type SetupIntentRow, toSetupIntent } from "./wire.ts";

/**
 * Prepares a payment method for later payments; with `confirm`, at once. Throws a card error (402) when the bank
 * says no: the setup stays, ready for another method.
 */
export async function createSetup(
  viewer: Viewer,
  input: NewSetupInput,
  confirm: SetupConfirmInput | null,
): Promise<SetupIntentRow> {
  authorize(viewer, "payments:write");
  assertOwner(input);
  const named = await nameMethod(viewer, { ...input, ...confirm });
  if (!confirm) {
    return transaction(viewer, (tx) =>
      claimed(tx, async () => (await insertSetup(tx, input, named, null)).setup),
    );
  }
  const operation = await transaction(viewer, async (tx) => {
    const { setup, method } = await insertSetup(tx, input, named, confirm);
    if (!method) throw methodMissing();
    await assertAgreed(tx, method, setup);
    await useConfirmationToken(tx, confirm.confirmationTokenId, { setupIntentId: setup.id });
    return startSetupAttempt(tx, setup, method, {
      returnUrl: confirm.returnUrl ?? null,
      useSdk: confirm.useSdk ?? false,
    });
  });
  return finish(viewer, operation, setupAttempt);
}

/** A method is kept for a customer or for the account itself, not for both. */
export function assertOwner({
  attachToSelf,
  customerId,
}: {
  attachToSelf?: boolean | null;
  customerId?: string | null;
}) {
  if (!attachToSelf || !customerId) return;
  throw invalid("You cannot set `attach_to_self` to true when a `customer` is given.", {
    code: "setup_intent_invalid_parameter",
    param: "attach_to_self",
  });
}

async function insertSetup(
  tx: Tx,
  input: NewSetupInput,
  named: NamedMethod,
  confirm: SetupConfirmInput | null,
): Promise<{ setup: SetupIntentRow; method: PaymentMethodRow | null }> {
  if (input.customerId !== undefined) await findCustomer(tx, input.customerId, "customer");
  const id = newId("seti", tx.now);
  const { environment } = tx.viewer;
  const customerId = input.customerId ?? null;
  const possible = methodTypesOf(input, environment.currency);
  const offer = await offeredMethods(tx, possible, input);
  const paymentMethodTypes = offer.types;
  const method = await chooseSetupMethod(tx, named, { customerId, paymentMethodTypes });
  const setup = await insert(tx, setupIntents, {
    id,
    createdAt: tx.now,
    status: method ? "requires_confirmation" : "requires_payment_method",
    usage: input.usage ?? "off_session",
    customerId,
    paymentMethodId: method?.id ?? null,
    description: input.description ?? null,
    metadata: mergeMetadata({}, input.metadata),
    attachToSelf: input.attachToSelf ?? null,
    flowDirections: input.flowDirections ?? null,
    paymentMethodTypes,
    automaticPaymentMethods: automaticOf(input),
    methodConfigurationId: offer.methodConfigurationId,
    allowedPaymentMethodTypes: input.allowedPaymentMethodTypes ?? null,
    excludedPaymentMethodTypes: input.excludedPaymentMethodTypes ?? null,
    paymentMethodOptions: withDefaultOptions(paymentMethodTypes, input.paymentMethodOptions ?? {}),
    singleUse: input.singleUse ?? null,
    acceptance: confirm?.acceptance ?? null,
    clientSecret: `${id}_secret_${randomText(25)}`,
  });
  await record(tx, "setup_intent.created", toSetupIntent(setup, environment));
  return { setup, method };
}

function automaticOf(input: NewSetupInput): SetupIntentRow["automaticPaymentMethods"] {
  if (input.paymentMethodTypes) return null;
  return input.automaticPaymentMethods ?? { enabled: true, allow_redirects: "always" };
}
