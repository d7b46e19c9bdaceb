import { change } from "#db/rows";
import { setupIntents } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { mergeMetadata } from "#lib/metadata";
import { type Offer, offeredAfter } from "#lib/method-configurations/offered-methods";
import { claimed } from "#lib/operations/claimed";
import { chooseSetupMethod, nameMethod } from "./choose-setup-method.ts";
import { abandonAttempt } from "./confirm-setup.ts";
import { assertOwner } from "./create-setup.ts";
import { assertSetupAllows, findSetup } from "./find-setup.ts";
import { methodTypesOf, withDefaultOptions } from "./method-types.ts";
import type { SetupInput } from "./setup-input.ts";
import type { SetupIntentRow } from "./wire.ts";

/** Changes a setup that is not over yet; of one that is, only description and metadata. */
export async function updateSetup(
  viewer: Viewer,
  setupId: string,
  input: SetupInput,
): Promise<SetupIntentRow> {
  authorize(viewer, "payments:write");
  await findSetup(await reader(viewer), setupId);
  const named = await nameMethod(viewer, input);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const setup = await findSetup(tx, setupId);
      if (setup.activeOperationId !== null || changesMore(input)) assertSetupAllows("update", setup);
      if (input.customerId !== undefined) await findCustomer(tx, input.customerId, "customer");
      const { currency } = viewer.environment;
      const offer = await offeredAfter(tx, methodTypesOf(limitsOf(setup, input), currency), setup, input);
      const changed = changedColumns(setup, input, { currency, offer });
      assertOwner(changed);
      const method = await chooseSetupMethod(tx, named, changed);
      if (method) await abandonAttempt(tx, setup);
      return change(tx, setupIntents, setup, {
        ...changed,
        metadata: mergeMetadata(setup.metadata, input.metadata),
        ...(method ? { ...toConfirm, paymentMethodId: method.id } : {}),
      });
    }),
  );
}

/** With another method it is to be confirmed again, and what its customer was asked of the one before is over. */
const toConfirm = { status: "requires_confirmation", nextAction: null } as const;

const alwaysChangeable = new Set(["description", "metadata"]);

function changesMore(input: SetupInput): boolean {
  return Object.entries(input).some(([name, value]) => value !== undefined && !alwaysChangeable.has(name));
}

/** The types that are allowed and excluded after a change. */
function limitsOf(setup: SetupIntentRow, input: SetupInput) {
  return {
    allowedPaymentMethodTypes: given(input.allowedPaymentMethodTypes, setup.allowedPaymentMethodTypes),
    excludedPaymentMethodTypes: given(input.excludedPaymentMethodTypes, setup.excludedPaymentMethodTypes),
  };
}

function changedColumns(
  setup: SetupIntentRow,
  input: SetupInput,
  { currency, offer }: { currency: string; offer: Offer | null },
) {
  const limits = limitsOf(setup, input);
  const narrowed =
    input.allowedPaymentMethodTypes !== undefined || input.excludedPaymentMethodTypes !== undefined;
  const types = narrowed ? methodTypesOf(limits, currency) : setup.paymentMethodTypes;
  const named = input.paymentMethodTypes ? methodTypesOf(input, currency) : types;
  const paymentMethodTypes = offer?.types ?? named;
  return {
    ...limits,
    methodConfigurationId: offer?.methodConfigurationId ?? setup.methodConfigurationId,
    paymentMethodTypes,
    attachToSelf: input.attachToSelf ?? setup.attachToSelf,
    customerId: input.customerId ?? setup.customerId,
    description: given(input.description, setup.description),
    flowDirections: input.flowDirections ?? setup.flowDirections,
    paymentMethodOptions: withDefaultOptions(paymentMethodTypes, {
      ...setup.paymentMethodOptions,
      ...input.paymentMethodOptions,
    }),
  };
}

function given<T>(value: T | null | undefined, before: T | null): T | null {
  return value === undefined ? before : value;
}
