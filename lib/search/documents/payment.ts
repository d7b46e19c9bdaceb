import { charges, paymentIntents } from "#db/schema/index";
import { seconds } from "#lib/clock";
import { statesBehind } from "#lib/payments/status";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { methodFactsOf } from "./method-facts.ts";
import { notedOf } from "./noted.ts";
import { customersOf, paidBy, type Payer } from "./paid-by.ts";
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
    const payers = await customersOf(handle, rows);
    const noted = await notedOf(handle, "payment", ids);
    return rows.map((row) => ({
      row,
      sheet: paymentSheet(row, {
        attempts: attempts.get(row.id) ?? [],
        customer: payers.get(row.customerId ?? ""),
        isNoted: noted.has(row.id),
      }),
    }));
  },
};

/** Whether these are the word that people see and the state behind it. */
function isPair([word, state, ...others]: readonly string[]): boolean {
  const behind: Readonly<Record<string, readonly string[]>> = statesBehind;
  return (
    others.length === 0 && Object.hasOwn(behind, word ?? "") && !!behind[word ?? ""]?.includes(state ?? "")
  );
}

interface About {
  attempts: readonly ChargeRow[];
  /** Whose it is. */
  customer: Payer | undefined;
  /** Whether colleagues wrote about it. */
  isNoted: boolean;
}

/** What a payment is found by. */
export function paymentSheet(row: PaymentIntentRow, { attempts, customer, isNoted }: About): Sheet {
  const { facts, texts, personal, has } = paidBy({ payment: row, charges: attempts, customer });
  const receipts = attempts.map((charge) => charge.receiptNumber);
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      ...facts,
      status: [row.paymentStatus, row.status],
      currency: [row.currency],
      brand: [row.brand, ...facts.brand],
      type: [row.methodType, ...facts.type],
      last4: [row.last4, ...facts.last4],
      receipt: receipts,
      flow: attempts.map((charge) => methodFactsOf(charge).flow),
      usage: [row.setupFutureUsage === null ? "single_use" : "reusable"],
      is: [row.paymentStatus, row.captureMethod === "manual" ? "manual" : null],
      has: hasOf(row, {
        ...has,
        description: row.description,
        dispute: attempts.some(({ disputed }) => disputed),
        note: isNoted,
        receipt: receipts.some(Boolean),
        refund: row.amountRefunded > 0,
        shipping: row.shipping,
      }),
    },
    texts: {
      ...texts,
      other: [row.description, row.statementDescriptor, row.transferGroup, ...receipts],
      last4: [row.last4, ...texts.last4],
      method: [row.brand, row.methodType, ...texts.method],
    },
    personal,
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
