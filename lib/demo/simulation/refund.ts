import { day, hour } from "#lib/clock";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { covers, refundHeld, refundSent } from "#lib/ledger/posting";
import { settledShare } from "#lib/ledger/shares";
import { refundTransaction } from "#lib/ledger/transactions";
import { toCharge } from "#lib/payments/wire";
import { type RefundRow, toRefund } from "#lib/refunds/wire";
import type { Weighted } from "../model/random.ts";
import { roundedPart } from "./hold.ts";
import { book, changeCharge, changeIntent, chargeOf, later, type Life, note } from "./life.ts";
import type { World } from "./world.ts";

/** Some buyers change their mind, or get less than they ordered. */
export function decideOnRefunds(world: World, life: Life, at: number): void {
  const { random } = world;
  const decision = random.weighted(decisions);
  if (decision === "keep") return;
  const first = at + hour + random.int(random.chance(0.4) ? day : 25 * day);
  if (decision === "all") return void later(world, life, first, () => refund(world, life, first, "rest"));
  later(world, life, first, () => refund(world, life, first, "part"));
  if (decision === "in parts") {
    const second = first + hour + random.int(10 * day);
    later(world, life, second, () => refund(world, life, second, random.chance(0.5) ? "part" : "rest"));
  }
}

const decisions = [
  ["keep", 945],
  ["all", 32],
  ["part", 19],
  ["in parts", 4],
] as const;

/** As `refundPayment` and its settling write it; a refund the balance cannot bear is not asked for. */
function refund(world: World, life: Life, at: number, size: "part" | "rest"): void {
  const { environment, random } = world;
  const charge = chargeOf(life);
  const left = charge.amountCaptured - charge.amountRefunded;
  const amount =
    size === "part" && left >= 1000 ? Math.min(left, roundedPart(left, 0.15 + 0.4 * random.number())) : left;
  const paid = life.transactions.find((row) => row.id === charge.balanceTransactionId);
  if (!paid || amount <= 0) return;
  const settled = { amount: settledAmount(life, amount), currency: paid.currency };
  const holdings = {
    available: world.book.balance(ledgerAccounts.available, paid.currency),
    pending: world.book.balance(ledgerAccounts.pending, paid.currency),
    fees: world.book.balance(ledgerAccounts.fees, paid.currency),
  };
  if (!covers(holdings, settled)) return;

  const id = world.newId("re", at);
  const entry = refundTransaction({
    now: at,
    sourceId: id,
    description: "REFUND FOR CHARGE" + (charge.description ? ` (${charge.description})` : ""),
    settled,
    exchangeRate: paid.exchangeRate,
    type: paid.type === "charge" ? "refund" : "payment_refund",
  });
  const moves = [
    ...refundHeld(settled, holdings),
    ...refundSent(settled, { amount, currency: charge.currency }),
  ];
  const row = newRefund(world, life, {
    id,
    at,
    amount,
    balanceTransactionId: book(world, life, at, entry, moves),
  });
  life.refunds.push(row);

  const amountRefunded = charge.amountRefunded + amount;
  const fraud = row.reason === "fraudulent" ? { fraudDetails: { user_report: "fraudulent" } } : {};
  changeCharge(life, { amountRefunded, refunded: amountRefunded >= charge.amountCaptured, ...fraud });
  changeIntent(life, { amountRefunded });
  note(world, life, at, "refund.created", () => toRefund({ ...row, status: "pending", destination: null }));
  note(world, life, at, "charge.refunded", () => toCharge(chargeOf(life), environment));
  note(world, life, at, "refund.updated", () => toRefund(row));
}

function newRefund(
  world: World,
  life: Life,
  {
    id,
    at,
    amount,
    balanceTransactionId,
  }: { id: string; at: number; amount: number; balanceTransactionId: string },
): RefundRow {
  const { random } = world;
  const charge = chargeOf(life);
  const [reason, note] = random.weighted(reasons);
  const isReversal = at - (charge.capturedAt ?? charge.createdAt) < 2 * hour;
  const isCard = life.method?.type === "card";
  const reference =
    isCard && !isReversal
      ? `7${String(random.int(1e11)).padStart(11, "0")}${String(random.int(1e11)).padStart(11, "0")}`
      : null;
  return {
    environmentId: world.environment.id,
    id,
    createdAt: at,
    chargeId: charge.id,
    paymentIntentId: charge.paymentIntentId,
    standalone: charge.standalone,
    amount,
    currency: charge.currency,
    status: "succeeded",
    reason,
    note,
    failureReason: null,
    pendingReason: null,
    balanceTransactionId,
    failureBalanceTransactionId: null,
    customerMessage: null,
    approvalId: null,
    receiptNumber: null,
    destination: {
      type: isCard ? (isReversal ? "reversal" : "refund") : "bank",
      reference,
      referenceType: reference && "acquirer_reference_number",
    },
    metadata: {},
    createdBy: random.pick(world.staff),
  };
}

const reasons: Weighted<readonly [RefundRow["reason"], string | null]> = [
  [["requested_by_customer", null], 60],
  [["requested_by_customer", "Returned unopened, back in stock."], 12],
  [["requested_by_customer", "Arrived broken; photo in the mailbox."], 10],
  [["duplicate", "Ordered twice by mistake."], 8],
  [["fraudulent", null], 2],
  [[null, "One item was out of stock."], 8],
];

/** The refund's share of what the payment brought in the settlement currency. */
function settledAmount(life: Life, amount: number): number {
  const charge = chargeOf(life);
  const ofCharge = life.transactions.filter((row) => row.sourceId === charge.id);
  const ofRefunds = life.transactions.filter((row) => row.sourceId !== charge.id);
  const total = (rows: typeof ofCharge) => rows.reduce((sum, row) => sum + row.amount, 0);
  if (ofCharge[0]?.currency === charge.currency) return amount;
  return settledShare({
    settled: total(ofCharge),
    whole: charge.amountCaptured,
    amount,
    left: charge.amountCaptured - charge.amountRefunded,
    taken: -total(ofRefunds),
  });
}
