import { z } from "zod";
import * as p from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { expiry, requireParam, toCard, typed } from "#lib/payment-methods/params";
import type { ExternalAccountInput } from "./create-external-account.ts";
import type { ExternalAccountPatch } from "./update-external-account.ts";

const holderType = () => p.oneOf(["company", "individual"]);
const addressLines = {
  address_city: p.text().optional(),
  address_country: p.text().optional(),
  address_line1: p.text().optional(),
  address_line2: p.text().optional(),
  address_state: p.text().optional(),
  address_zip: p.text().optional(),
};

const dictionary = () =>
  p.hash({
    object: p.oneOf(["bank_account", "card"]),
    token: p.objectId().optional(),
    account_holder_name: p.text().optional(),
    account_holder_type: holderType().optional(),
    account_number: typed().optional(),
    account_type: p.oneOf(["checking", "futsu", "savings", "toza"]).optional(),
    country: p.country().optional(),
    currency: p.currency().optional(),
    routing_number: typed().optional(),
    ...expiry(),
    number: typed().optional(),
    cvc: typed(4).optional(),
    name: p.text().optional(),
    metadata: p.metadata().optional(),
    ...addressLines,
  });

type Dictionary = z.output<ReturnType<typeof dictionary>>;

export const createParams = p.params({
  external_account: z.union([p.objectId(), dictionary()]),
  default_for_currency: p.bool().optional(),
  metadata: p.metadata().optional(),
});

export const updateParams = p.params({
  account_holder_name: p.text().optional(),
  account_holder_type: p.emptyable(holderType()).optional(),
  account_type: p.oneOf(["checking", "futsu", "savings", "toza"]).optional(),
  default_for_currency: p.bool().optional(),
  documents: refused("No document is asked for about the bank accounts of this business."),
  exp_month: p.int({ min: 1, max: 12 }).optional(),
  exp_year: p.int({ min: 1970, max: 2999 }).optional(),
  metadata: p.metadata().optional(),
  name: p.text().optional(),
  ...addressLines,
});

export const listParams = p.listParams({ object: p.oneOf(["bank_account", "card"]).optional() });

/** The parameters as the core takes them. */
export function toInput(given: z.output<typeof createParams>): ExternalAccountInput {
  const { external_account: account, metadata, default_for_currency: byDefault } = given;
  if (typeof account === "string") return { token: account, metadata, byDefault };
  const own = { metadata: metadata ?? account.metadata, byDefault };
  if (account.token !== undefined) return { ...own, token: account.token, currency: account.currency };
  return account.object === "card"
    ? { ...own, card: cardOf(account) }
    : { ...own, bankAccount: bankAccountOf(account) };
}

function bankAccountOf(given: Dictionary) {
  const required = <T>(value: T | undefined, name: string) => requireParam(value, ["external_account", name]);
  return {
    accountNumber: required(given.account_number, "account_number"),
    country: required(given.country, "country"),
    currency: given.currency,
    routingNumber: given.routing_number,
    holderName: given.account_holder_name,
    holderType: given.account_holder_type,
    accountType: given.account_type,
  };
}

function cardOf(given: Dictionary) {
  const card = toCard(given, (value, ...path) => requireParam(value, ["external_account", ...path.slice(1)]));
  return { card, currency: given.currency, name: given.name, address: { ...noLines, ...linesOf(given) } };
}

const noLines = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

type Lines = { [Name in keyof typeof addressLines]?: string | undefined };

function linesOf(given: Lines) {
  const lines = {
    city: given.address_city,
    country: given.address_country,
    line1: given.address_line1,
    line2: given.address_line2,
    postal_code: given.address_zip,
    state: given.address_state,
  };
  return Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== undefined));
}

export function toPatch(given: z.output<typeof updateParams>): ExternalAccountPatch {
  const lines = linesOf(given);
  return {
    byDefault: given.default_for_currency,
    metadata: given.metadata,
    holderName: given.account_holder_name,
    holderType: given.account_holder_type,
    accountType: given.account_type,
    name: given.name,
    expMonth: given.exp_month,
    expYear: given.exp_year,
    ...(Object.keys(lines).length > 0 ? { address: lines } : {}),
  };
}
