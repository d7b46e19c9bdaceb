import * as p from "#lib/api/params";
import { refundReasons } from "./refund-payment.ts";

export const createRefundParams = p.params({
  amount: p.amount(1).optional(),
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  instructions_email: p.email().optional(),
  metadata: p.metadata().optional(),
  reason: p.emptyable(p.oneOf(refundReasons)).optional(),
});

export const updateRefundParams = p.params({ metadata: p.metadata().optional() });

export const listRefundsParams = p.listParams({
  charge: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  created: p.createdRange().optional(),
});

export const listOfChargeParams = p.listParams({});
