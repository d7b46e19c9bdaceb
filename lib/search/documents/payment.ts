import { charges, paymentIntents } from "#db/schema/index";
import { seconds } from "#lib/clock";
import { statesBehind } from "#lib/payments/status";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import type { Kind } from "./kind.ts";
import { methodFactsOf } from "./method-facts.ts";
import { rowsOf } from "./rows-of.ts";
import type { ApiValues, Sheet } from "./sheet.ts";

/** A payment is found by what is known of it and of its attempts. */
export const paymentKind: Kind<PaymentIntentRow> = {
  kind: "payment",
  code: "p",
  table: paymentIntents,
  permission: "payments:read",
  object: "payment_intent",
  canHave(name, values) {
    if (name === "status") return values.length === 1 || isPair(values) || isPair(values.toReversed());
    return values.length === 1 || !["currency", "customer", "usage"].includes(name);
  },
  async read(handle, ids) {
    const rows = await rowsOf(handle, paymentIntents, paymentIntents.id, ids);
    const attempts = Map.groupBy(
      await rowsOf(handle, charges, charges.paymentIntentId, ids),
      (charge) => charge.paymentIntentId,
    );
    return rows.map((row) => ({ row, sheet: paymentSheet(row, attempts.get(row.id) ?? []) }));
  },
};

/** Whether these are the word that people see and the state behind it. */
function isPair([word, state, ...others]: readonly string[]): boolean {
  const behind: Readonly<Record<string, readonly string[]>> = statesBehind;
  return (
    others.length === 0 && Object.hasOwn(behind, word ?? "") && !!behind[word ?? ""]?.includes(state ?? "")
  );
}

/** What a payment with these attempts is found by. */
export function paymentSheet(row: PaymentIntentRow, attempts: readonly ChargeRow[]): Sheet {
  const methods = attempts.map(methodFactsOf);
  const billed = attempts.map((charge) => charge.billingDetails);
  const receipts = attempts.map((charge) => charge.receiptNumber);
  const types = [row.methodType, ...methods.map(({ type }) => type)];
  const brands = [row.brand, ...methods.map(({ brand }) => brand)];
  const last4 = [row.last4, ...methods.map((method) => method.last4)];
  const postal = [...billed.map(({ address }) => address.postal_code), row.shipping?.address.postal_code];
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      status: [row.paymentStatus, row.status],
      currency: [row.currency],
      customer: [row.customerId],
      brand: brands,
      type: types,
      last4,
      exp: methods.map(({ exp }) => exp),
      country: [
        ...methods.map(({ country }) => country),
        ...billed.map(({ address }) => address.country),
        row.shipping?.address.country,
      ],
      postal: postal.map((code) => code?.replaceAll(/\s/g, "")),
      receipt: receipts,
      risk_level: attempts.map(({ outcome }) => outcome?.risk_level),
      flow: methods.map(({ flow }) => flow),
      usage: [row.setupFutureUsage === null ? "single_use" : "reusable"],
      is: [row.paymentStatus, row.captureMethod === "manual" ? "manual" : null],
      has: hasOf(row, attempts),
    },
    texts: {
      name: [...billed.map(({ name }) => name), row.shipping?.name],
      email: [row.payerEmail, row.receiptEmail, ...billed.map(({ email }) => email)],
      other: [row.description, row.statementDescriptor, row.transferGroup, ...receipts],
      last4,
      method: [...brands, ...types],
      postal,
    },
    personal: ["name", "email", "last4", "postal"],
    metadata: { ...Object.assign({}, ...attempts.map((charge) => charge.metadata)), ...row.metadata },
    money: [{ amount: row.amount, currency: row.currency }],
    ...(row.standalone ? {} : { api: apiOf(row) }),
  };
}

function apiOf(row: PaymentIntentRow): ApiValues {
  return {
    amount: row.amount,
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    status: row.status,
  };
}

function hasOf(row: PaymentIntentRow, attempts: readonly ChargeRow[]): string[] {
  const has = {
    customer: row.customerId !== null,
    description: row.description !== null,
    email: row.payerEmail !== null,
    metadata: Object.keys(row.metadata).length > 0,
    receipt: attempts.some(({ receiptNumber }) => receiptNumber !== null),
    refund: row.amountRefunded > 0,
    shipping: row.shipping !== null,
  };
  return Object.entries(has).flatMap(([name, holds]) => (holds ? [name] : []));
}
