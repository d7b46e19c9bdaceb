import { day } from "#lib/clock";
import type { ChargeRow } from "#lib/payments/wire";

/** For how many days after a payment a way of paying takes it back; what is not named does so at any time. */
const days: Readonly<Record<string, number>> = { sepa_debit: 180, us_bank_account: 180 };

type PaidCharge = Pick<ChargeRow, "createdAt" | "paymentMethodDetails">;

/** For how many days a charge can be refunded; null: there is no end to it. */
export function refundWindow({ paymentMethodDetails: { type } }: PaidCharge): number | null {
  return days[type] ?? null;
}

/** The moment from which a charge can be refunded no more; null: there is none. */
export function refundableUntil(charge: PaidCharge): number | null {
  const window = refundWindow(charge);
  return window === null ? null : charge.createdAt + window * day;
}

/** Whether the time is over in which a charge can be refunded. */
export function isPastRefundWindow(charge: PaidCharge, now: number): boolean {
  const until = refundableUntil(charge);
  return until !== null && now >= until;
}
