import { find } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { holdingsOf } from "#lib/ledger/holdings";
import { covers } from "#lib/ledger/posting";
import { settledShare } from "#lib/ledger/shares";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { findPayment, latestCharge } from "#lib/payments/find-payment";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { customerAddress } from "./customer-address.ts";
import { refundableUntil } from "./refund-window.ts";
import { refundable, whyNotRefundable } from "./refundable.ts";
import { isReversal } from "./send-refund.ts";

/** What somebody should know before refunding. Amounts in minor units. */
export interface RefundPreview {
  payment: PaymentIntentRow;
  charge: ChargeRow | null;
  obstacle: ReturnType<typeof whyNotRefundable>;
  /** From when on it is too late; null: never. */
  until: number | null;
  /** At most this can go back, in the payment's currency. */
  left: number;
  /** What the payment cost, and is not given back. */
  fee: { amount: number; currency: string } | null;
  /** So young that the customer will never see the payment itself. */
  reversal: boolean;
  /** The balance does not cover all of it: such a refund waits. */
  short: boolean;
  /** The customer can be told by mail. */
  reachable: boolean;
}

/** What refunding this payment would mean now. A 404 for what is not this environment's. */
export async function previewRefund(viewer: Viewer, paymentId: string): Promise<RefundPreview> {
  authorize(viewer, "refunds:write");
  const handle = await reader(viewer);
  const payment = await findPayment(handle, paymentId);
  const charge = await latestCharge(handle, payment);
  const booked = charge && (await bookedOf(handle, charge));
  return {
    payment,
    charge,
    obstacle: whyNotRefundable(charge, viewer.now()),
    until: charge && refundableUntil(charge),
    left: charge ? refundable(charge) : 0,
    fee: booked && booked.fee > 0 ? { amount: booked.fee, currency: booked.currency } : null,
    reversal: charge !== null && isReversal(charge, viewer.now()),
    reachable: charge !== null && (await customerAddress(handle, charge)) !== null,
    short: charge !== null && booked !== null && (await isShort(handle, charge, booked)),
  };
}

async function bookedOf(handle: Handle, charge: ChargeRow): Promise<BalanceTransactionRow | null> {
  if (charge.balanceTransactionId === null) return null;
  return (await find(handle, balanceTransactions, charge.balanceTransactionId)) ?? null;
}

async function isShort(handle: Handle, charge: ChargeRow, booked: BalanceTransactionRow): Promise<boolean> {
  const amount = settledShare({
    settled: booked.amount,
    whole: charge.amount,
    amount: refundable(charge),
    left: charge.amount + 1,
    taken: 0,
  });
  const { currency } = booked;
  return !covers(await holdingsOf(handle, currency), { amount, currency });
}
