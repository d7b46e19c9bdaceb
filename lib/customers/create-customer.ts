import { insert } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { enterBalance } from "#lib/customer-balance/enter-balance";
import { newDiscount, recordDiscount } from "#lib/discounts/give-discount";
import { record } from "#lib/events/record";
import { tallyCustomer } from "#lib/figures/tally";
import { newId, randomText } from "#lib/ids";
import { claimed } from "#lib/operations/claimed";
import { attachTo } from "#lib/payment-methods/attach-payment-method";
import { resolvePaymentMethod } from "#lib/payment-methods/resolve-payment-method";
import { refusal, verify } from "#lib/payment-methods/verify";
import { addSource, setDefaultSource } from "#lib/sources/add-source";
import { prepareSource } from "#lib/sources/prepare-source";
import { insertTaxId, type TaxIdInput } from "#lib/tax-ids/insert-tax-id";
import type { Checks } from "#lib/processors/processor";
import { onClock } from "#lib/test-clocks/on-clock";
import { assertRoomOn } from "#lib/test-clocks/queries";
import { changedFacts, type CustomerFacts } from "./change-customer.ts";
import type { CustomerInput } from "./customer-input.ts";
import { noFigures } from "./figures/figures.ts";
import { notOfCustomer } from "./default-method.ts";
import { assertPrefixIsFree } from "./invoice-prefix.ts";
import { type CustomerRow, toCustomer } from "./wire.ts";

/** A customer with the payment method and the tax numbers they have from the start. */
export interface NewCustomerInput extends CustomerInput {
  paymentMethodId?: string;
  taxIds?: TaxIdInput[];
  /** The test clock whose time is theirs, for good. */
  testClockId?: string;
}

const empty: Omit<CustomerFacts, "invoicePrefix"> = {
  address: null,
  balance: 0,
  businessName: null,
  country: null,
  currency: null,
  description: null,
  email: null,
  emailKey: null,
  individualName: null,
  invoiceSettings: { custom_fields: null, footer: null, rendering_options: null },
  defaultPaymentMethodId: null,
  metadata: {},
  name: null,
  nextInvoiceSequence: 1,
  phone: null,
  preferredLocales: [],
  shipping: null,
  taxExempt: "none",
};

/** Adds a customer, with a payment method once the bank agreed to keep it. Throws a `card_error` when it did not. */
export async function createCustomer(viewer: Viewer, input: NewCustomerInput): Promise<CustomerRow> {
  authorize(viewer, "customers:write");
  const method = await methodFor(viewer, input);
  const source = input.source ? await prepareSource(viewer, input.source) : null;
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const { testClockId } = input;
      if (testClockId !== undefined) await assertRoomOn(tx, testClockId);
      return onClock(tx, testClockId ?? null, async (there) => {
        const row = await insertCustomer(there, input, method);
        if (!source) return row;
        return setDefaultSource(there, row.id, (await addSource(there, source, row.id)).id);
      });
    }),
  );
}

interface KeptMethod {
  id: string;
  checks: Checks;
}

/** The method to attach, which may be named as the default one instead, or as both. */
async function methodFor(viewer: Viewer, input: NewCustomerInput): Promise<KeptMethod | null> {
  const byDefault = input.invoiceSettings?.defaultPaymentMethodId ?? undefined;
  const id = input.paymentMethodId ?? byDefault;
  if (id === undefined) return null;
  if (byDefault !== undefined && byDefault !== id) throw notOfCustomer(byDefault);
  if (input.paymentMethodId === undefined) throw notOfCustomer(id);
  const answer = await verify(viewer, id);
  if (answer.result === "declined") throw refusal(answer);
  return { id, checks: answer.checks };
}

/** Adds a customer inside a transaction, authorized by who calls; `method` is attached to them. */
export async function insertCustomer(
  tx: Tx,
  input: NewCustomerInput,
  method: KeptMethod | null,
): Promise<CustomerRow> {
  const { environment } = tx.viewer;
  const facts = changedFacts({ ...empty, invoicePrefix: newPrefix() }, input, environment.currency);
  if (input.invoicePrefix !== undefined) await assertPrefixIsFree(tx, input.invoicePrefix, null);
  const attached = method && (await resolvePaymentMethod(tx, method.id));
  const id = newId("cus", tx.now);
  const discount = input.discount
    ? await newDiscount(tx, { id, currency: facts.currency }, input.discount)
    : null;
  const row = await insert(tx, customers, {
    ...facts,
    present: 1,
    reconciliationMode: input.reconciliationMode ?? null,
    ...noFigures,
    id,
    discount,
    createdAt: tx.now,
    defaultPaymentMethodId: facts.defaultPaymentMethodId && (attached?.id ?? null),
    delinquent: false,
    testClockId: input.testClockId ?? null,
  });
  await tallyCustomer(tx, row);
  await record(tx, "customer.created", toCustomer(row, environment));
  await recordDiscount(tx, row, null);
  for (const [index, taxId] of (input.taxIds ?? []).entries()) {
    await insertTaxId(tx, { ...taxId, customerId: row.id }, `tax_id_data[${index}][value]`);
  }
  await enterBalance(tx, row, 0, { type: "initial" });
  if (method && attached) await attachTo(tx, attached, row.id, method.checks);
  return row;
}

function newPrefix(): string {
  return randomText(8).toUpperCase();
}
