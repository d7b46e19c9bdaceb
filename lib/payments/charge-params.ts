import * as p from "#lib/api/params";
import { connectParams, noSuch, radarSession, refused } from "#lib/api/refused";

const forOthers =
  "Can only apply an application_fee when the request is made on behalf of another account (using an OAuth key, the Stripe-Account header, or the destination parameter).";

/** What platforms send of a charge. */
const fees = {
  application_fee: refused(forOthers),
  application_fee_amount: refused(forOthers),
  transfer_data: connectParams.transfer_data,
};

export const createChargeParams = p.params({
  ...fees,
  destination: noSuch("destination"),
  on_behalf_of: connectParams.on_behalf_of,
  radar_options: p.hash({ session: radarSession() }).optional(),
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
  ...fees,
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
