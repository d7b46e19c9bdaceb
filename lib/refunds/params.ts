import * as p from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { refundReasons } from "./refund-payment.ts";

/** Customers hold no cash balance here. */
const ofCashBalance = refused(
  "A customer's cash balance cannot be refunded: there is none. Refund a charge or payment_intent instead.",
);

/** A wish that can only be declined, unless it is sent as false. */
function notTrue(message: string) {
  return p
    .bool()
    .refine((wanted) => !wanted, { error: message })
    .optional();
}

export const createRefundParams = p.params({
  amount: p.amount(1).optional(),
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  instructions_email: p.email().optional(),
  metadata: p.metadata().optional(),
  reason: p.emptyable(p.oneOf(refundReasons)).optional(),
  ...{ currency: ofCashBalance, customer: ofCashBalance, origin: ofCashBalance },
  refund_application_fee: notTrue("The charge has no application fee to refund."),
  reverse_transfer: notTrue("The charge has no transfer to reverse."),
});

export const updateRefundParams = p.params({ metadata: p.metadata().optional() });

export const listRefundsParams = p.listParams({
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  created: p.createdRange().optional(),
});

export const listOfChargeParams = p.listParams({});
