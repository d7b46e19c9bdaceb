import type { z } from "zod";
import * as p from "#lib/api/params";
import type { CashReturnInput } from "#lib/cash/return-cash";
import { invalid } from "#lib/errors";
import { type RefundInput, refundReasons } from "./refund-payment.ts";

/** A wish that can only be declined, unless it is sent as false. */
function notTrue(message: string) {
  return p
    .bool()
    .refine((wanted) => !wanted, { error: message })
    .optional();
}

/** Of a charge that the path names. */
export const refundOfChargeParams = p.params({
  amount: p.amount(1).optional(),
  instructions_email: p.email().optional(),
  metadata: p.metadata().optional(),
  reason: p.emptyable(p.oneOf(refundReasons)).optional(),
  refund_application_fee: notTrue("The charge has no application fee to refund."),
  reverse_transfer: notTrue("The charge has no transfer to reverse."),
});

/** Of a payment, or of a customer's cash balance. Understood by `toRefundInput`. */
export const createRefundParams = p.params({
  ...refundOfChargeParams.shape,
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  currency: p.currency().optional(),
  customer: p.objectId().optional(),
  origin: p.oneOf(["customer_balance"]).optional(),
});

export type RefundParams = z.output<typeof createRefundParams>;

/** What is to be refunded: a payment, or money that a customer sent ahead. */
export function toRefundInput(given: RefundParams): RefundInput | CashReturnInput {
  const { charge, payment_intent, customer, currency, origin, amount, reason, metadata } = given;
  const { instructions_email: instructionsEmail } = given;
  if (origin === "customer_balance") {
    assertNone({ charge, payment_intent }, "a charge or payment_intent has an origin of its own.");
    const asked = { customerId: needed({ customer }), currency: needed({ currency }) };
    return { ...asked, amount: needed({ amount }), reason, instructionsEmail, metadata };
  }
  assertNone({ customer, currency }, "they are for refunds with origin=customer_balance.");
  return { chargeId: charge, paymentId: payment_intent, amount, reason, metadata };
}

function assertNone(unwanted: Record<string, string | undefined>, why: string): void {
  const param = Object.keys(unwanted).find((name) => unwanted[name] !== undefined);
  if (param !== undefined) throw invalid(`Received unexpected parameter ${param}: ${why}`, { param });
}

function needed<Value>(given: Record<string, Value | undefined>): Value {
  const [[param, value] = []] = Object.entries(given);
  if (value !== undefined) return value;
  throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

export const updateRefundParams = p.params({ metadata: p.metadata().optional() });

export const listRefundsParams = p.listParams({
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  created: p.createdRange().optional(),
});

export const listOfChargeParams = p.listParams({});
