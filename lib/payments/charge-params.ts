import * as p from "#lib/api/params";

export const createChargeParams = p.params({
  amount: p.amount(1),
  currency: p.currency(),
  capture: p.bool().optional(),
  customer: p.objectId().optional(),
  description: p.text(1000).optional(),
  metadata: p.metadata().optional(),
  receipt_email: p.email().optional(),
  shipping: p.shipping().optional(),
  source: p.objectId().optional(),
  statement_descriptor: p.text(100).optional(),
  statement_descriptor_suffix: p.text(100).optional(),
  transfer_group: p.text().optional(),
});

export const updateChargeParams = p.params({
  customer: p.objectId().optional(),
  description: p.emptyable(p.text(1000)).optional(),
  fraud_details: p.hash({ user_report: p.emptyable(p.oneOf(["fraudulent", "safe"])) }).optional(),
  metadata: p.metadata().optional(),
  receipt_email: p.emptyable(p.email()).optional(),
  shipping: p.shipping().optional(),
  transfer_group: p.text().optional(),
});

export const captureChargeParams = p.params({
  amount: p.amount(1).optional(),
  receipt_email: p.email().optional(),
  statement_descriptor: p.text(100).optional(),
  statement_descriptor_suffix: p.text(100).optional(),
  transfer_group: p.text().optional(),
});

export const listChargesParams = p.listParams({
  created: p.createdRange().optional(),
  customer: p.objectId().optional(),
  payment_intent: p.objectId().optional(),
  transfer_group: p.text().optional(),
});
