import { z } from "zod";
import * as p from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { transferParam } from "#lib/cash/params";
import { otherMethods } from "#lib/payment-methods/every-type";

const available = p.oneOf(["if_available", "never"]);
const usage = p.emptyable(p.oneOf(["none", "off_session", "on_session"]));
const storedUsage = p.oneOf(["installment", "recurring", "unscheduled"]);
const network = p.oneOf([
  ...(["amex", "cartes_bancaires", "diners", "discover", "eftpos_au", "girocard", "interac"] as const),
  ...(["jcb", "link", "mastercard", "unionpay", "unknown", "visa"] as const),
]);

const threeDSecure = p.hash({
  ares_trans_status: p.oneOf(["A", "C", "I", "N", "R", "U", "Y"]).optional(),
  cryptogram: p.text(),
  electronic_commerce_indicator: p.oneOf(["01", "02", "05", "06", "07"]).optional(),
  exemption_indicator: p.oneOf(["low_risk", "none"]).optional(),
  network_options: z.record(z.string(), z.unknown()).optional(),
  requestor_challenge_indicator: p.text(2).optional(),
  transaction_id: p.text(),
  version: p.oneOf(["1.0.2", "2.1.0", "2.2.0", "2.3.0", "2.3.1"]),
});

const cardMandate = p.hash({
  amount: p.amount(1),
  amount_type: p.oneOf(["fixed", "maximum"]),
  description: p.text(200).optional(),
  end_date: p.int({ min: 0 }).optional(),
  interval: p.oneOf(["day", "month", "sporadic", "week", "year"]),
  interval_count: p.int({ min: 1 }).optional(),
  reference: p.text(80),
  start_date: p.int({ min: 0 }),
  supported_types: p.listOf(p.oneOf(["india"])).optional(),
});

const card = p.hash({
  capture_method: p.emptyable(p.oneOf(["manual"])).optional(),
  cvc_token: refused("A security code cannot be given apart from its card here: send the card with its cvc."),
  installments: p
    .hash({ enabled: p.bool().optional(), plan: p.emptyable(z.record(z.string(), z.unknown())).optional() })
    .optional(),
  mandate_options: cardMandate.optional(),
  moto: p.bool().optional(),
  network: network.optional(),
  request_extended_authorization: available.optional(),
  request_incremental_authorization: available.optional(),
  request_multicapture: available.optional(),
  request_overcapture: available.optional(),
  request_three_d_secure: p.oneOf(["any", "automatic", "challenge"]).optional(),
  require_cvc_recollection: p.bool().optional(),
  setup_credential_usage: storedUsage.optional(),
  setup_future_usage: usage.optional(),
  statement_descriptor_suffix_kana: p.emptyable(p.text(22)).optional(),
  statement_descriptor_suffix_kanji: p.emptyable(p.text(17)).optional(),
  stored_credential_usage: storedUsage.optional(),
  three_d_secure: threeDSecure.optional(),
});

const targetDate = p
  .text(10)
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

const sepaDebit = p.hash({
  mandate_options: p.hash({ reference_prefix: p.emptyable(p.text(12)).optional() }).optional(),
  setup_future_usage: usage.optional(),
  target_date: targetDate,
});

const usBankAccount = p.hash({
  financial_connections: z.record(z.string(), z.unknown()).optional(),
  mandate_options: p.hash({ collection_method: p.emptyable(p.oneOf(["paper"])).optional() }).optional(),
  networks: p.hash({ requested: p.listOf(p.oneOf(["ach", "us_domestic_wire"])).optional() }).optional(),
  setup_future_usage: usage.optional(),
  target_date: targetDate,
  transaction_purpose: p.emptyable(p.oneOf(["goods", "other", "services", "unspecified"])).optional(),
  verification_method: p.oneOf(["automatic", "instant", "microdeposits"]).optional(),
});

const customerBalance = p.hash({
  bank_transfer: transferParam().optional(),
  funding_type: p.oneOf(["bank_transfer"]).optional(),
  setup_future_usage: p.oneOf(["none"]).optional(),
});

/** What can be said of a payment for one type of method alone. Understood by `toMethodOptions`. */
export const methodOptionParams = p.hash({
  card: p.emptyable(card).optional(),
  customer_balance: p.emptyable(customerBalance).optional(),
  sepa_debit: p.emptyable(sepaDebit).optional(),
  us_bank_account: p.emptyable(usBankAccount).optional(),
  ...otherMethods(),
});

/** Told to the bank once, and never shown again. */
const unseen = new Set(["moto", "three_d_secure", "networks"]);

/** What is kept of the options, by type; null takes an option away. */
export function toMethodOptions(
  given: z.output<typeof methodOptionParams>,
): Record<string, Record<string, unknown>> {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [type, value] of Object.entries(given)) {
    if (!value) continue;
    const kept = Object.entries(value).filter(([name, each]) => each !== undefined && !unseen.has(name));
    options[type] = Object.fromEntries(kept);
  }
  return options;
}
