import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { atCustomersTime } from "#lib/customers/change-of-customer";
import { getCustomer } from "#lib/customers/queries";
import { toCustomer } from "#lib/customers/wire";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import { processor } from "#lib/processors/index";
import { attachTo } from "./attach-payment-method.ts";
import { insertPaymentMethod } from "./insert-payment-method.ts";
import { type MethodData, type VaultedMethod, vaultMethodData } from "./vault-method-data.ts";
import { refusal } from "./verify.ts";
import type { PaymentMethodRow } from "./wire.ts";

export interface AddedMethod {
  customerId: string;
  /** What was typed, or a well-known id such as `pm_card_visa`. */
  method: MethodData | { testMethodId: string };
  use: "by_default" | "when_chosen";
}

/** Keeps what a person typed as a customer's payment method, once the bank agreed. Throws a `card_error` when it did not. */
export async function addPaymentMethod(viewer: Viewer, input: AddedMethod): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  await getCustomer(viewer, input.customerId, "customer");
  const vaulted = await vaultedOf(viewer, input.method);
  const answer = await processor().verify(questionAbout(vaulted));
  if (answer.result === "declined") throw refusal(answer);
  return transaction(viewer, (tx) =>
    claimed(tx, () =>
      atCustomersTime(tx, input.customerId, async (there, customer) => {
        const method = await insertPaymentMethod(there, vaulted);
        const attached = await attachTo(there, method, customer.id, answer.checks);
        if (input.use === "by_default") await payByDefault(there, customer, attached);
        return attached;
      }),
    ),
  );
}

async function vaultedOf(viewer: Viewer, method: AddedMethod["method"]): Promise<KnownMethod> {
  if ("testMethodId" in method) {
    const instrument = processor().wellKnown(method.testMethodId);
    if (!instrument) throw invalid(`No such test method: ${method.testMethodId}`, { param: "testMethod" });
    return { type: instrument.type, source: { instrument } };
  }
  const { source, ...vaulted } = await vaultMethodData(viewer, method);
  if (!("instrument" in source)) throw invalid("A token is not typed.", { param: "token" });
  return { ...vaulted, source };
}

type KnownMethod = VaultedMethod & { source: { instrument: PaymentMethodRow["instrument"] } };

function questionAbout({ source, billingDetails }: KnownMethod) {
  const { postal_code: postalCode = null, line1 = null } = billingDetails?.address ?? {};
  return { reference: source.instrument.reference, checks: { postalCode, line1 } };
}

async function payByDefault(
  tx: Tx,
  row: Awaited<ReturnType<typeof getCustomer>>,
  method: PaymentMethodRow,
): Promise<void> {
  const { environment } = tx.viewer;
  const changed = await change(tx, customers, row, { defaultPaymentMethodId: method.id });
  await record(tx, "customer.updated", toCustomer(changed, environment), {
    before: toCustomer(row, environment),
  });
}
