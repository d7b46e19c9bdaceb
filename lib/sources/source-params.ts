import type { z } from "zod";
import * as p from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { invalid } from "#lib/errors";
import type { BillingDetailsInput, MethodData } from "#lib/payment-methods/vault-method-data";
import { cardInput, cardShape } from "#lib/tokens/params";
import { typed } from "#lib/payment-methods/params";
import type { NewSource } from "./create-source.ts";

const owner = () =>
  p.hash({
    address: p.address().optional(),
    email: p.email().optional(),
    name: p.text().optional(),
    phone: p.text(20).optional(),
  });

const noFlow = "Sources of this account's types have the flow none: their customers are sent nowhere.";
const noOrder = "Only methods that are paid later want to know what was ordered, and there are none here.";

/** How a debit was agreed to: said for completeness, the simulated bank does not ask. */
const mandate = () =>
  p.hash({
    acceptance: p
      .hash({
        date: p.time().optional(),
        ip: p.text().optional(),
        offline: p.hash({ contact_email: p.email() }).optional(),
        online: p
          .hash({ date: p.time().optional(), ip: p.text().optional(), user_agent: p.text().optional() })
          .optional(),
        status: p.oneOf(["accepted", "pending", "refused", "revoked"]),
        type: p.oneOf(["offline", "online"]).optional(),
        user_agent: p.text().optional(),
      })
      .optional(),
    amount: p.emptyable(p.amount()).optional(),
    currency: p.currency().optional(),
    interval: p.oneOf(["one_time", "scheduled", "variable"]).optional(),
    notification_method: p.oneOf(["deprecated_none", "email", "manual", "none", "stripe_email"]).optional(),
  });

export const createParams = p.params({
  amount: p.amount(1).optional(),
  card: p.hash(cardShape()).optional(),
  currency: p.currency().optional(),
  customer: p.objectId().optional(),
  flow: p.oneOf(["code_verification", "none", "receiver", "redirect"]).optional(),
  mandate: mandate().optional(),
  metadata: p.metadata().optional(),
  original_source: refused(
    "A customer's source is only shared with a connected account, and there are none here.",
  ),
  owner: owner().optional(),
  receiver: refused(noFlow),
  redirect: refused(noFlow),
  sepa_debit: p.hash({ iban: typed() }).optional(),
  source_order: refused(noOrder),
  statement_descriptor: p.text(100).optional(),
  token: p.objectId().optional(),
  type: p.text().optional(),
  usage: p.oneOf(["reusable", "single_use"]).optional(),
});

export const updateParams = p.params({
  amount: p.amount(1).optional(),
  mandate: mandate().optional(),
  metadata: p.metadata().optional(),
  owner: owner().optional(),
  source_order: refused(noOrder),
});

/** The parameters as the core takes them. */
export function toNewSource(given: z.output<typeof createParams>): NewSource {
  if (given.flow !== undefined && given.flow !== "none") {
    throw invalid(noFlow, { param: "flow" });
  }
  return {
    method: methodOf(given),
    amount: given.amount,
    currency: given.currency,
    customerId: given.customer,
    metadata: given.metadata,
    statementDescriptor: given.statement_descriptor,
    usage: given.usage,
  };
}

function methodOf(given: z.output<typeof createParams>): MethodData {
  const billingDetails = given.owner ?? {};
  switch (given.type ?? (given.token === undefined ? undefined : "card")) {
    case "card":
      return cardMethod(given, billingDetails);
    case "sepa_debit":
      if (!given.sepa_debit) throw missing("sepa_debit[iban]");
      return { type: "sepa_debit", sepaDebit: given.sepa_debit, billingDetails };
    case undefined:
      throw missing("type");
    default:
      throw notMade(given.type);
  }
}

function cardMethod(given: z.output<typeof createParams>, owned: BillingDetailsInput): MethodData {
  if (given.token !== undefined) {
    return { type: "card", card: { token: given.token }, billingDetails: owned };
  }
  if (!given.card) throw missing("card");
  const { card, owner: holder } = cardInput(given.card);
  const { name, address } = holder;
  return { type: "card", card, billingDetails: { ...(name !== undefined && { name }), address, ...owned } };
}

/** In the words that clients know; then what to do instead. */
function notMade(type: string | undefined) {
  const known = `The type \`${type}\` is not a valid source type.`;
  return invalid(`${known} Choose card or sepa_debit, or pay with a payment method.`, { param: "type" });
}

function missing(param: string) {
  return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
