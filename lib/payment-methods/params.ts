import { z } from "zod";
import {
  address,
  email,
  emptyable,
  hash,
  int,
  metadata,
  objectId,
  oneOf,
  params,
  text,
} from "#lib/api/params";
import { noSuch, radarSession, refused } from "#lib/api/refused";
import { paramName } from "#lib/api/parse-params";
import { invalid } from "#lib/errors";
import { given as defined } from "#lib/given";
import { mergeMetadata } from "#lib/metadata";
import { otherMethods } from "./every-type.ts";
import { methodType } from "./queries.ts";
import type { PaymentMethodPatch } from "./update-payment-method.ts";
import type { BillingDetailsInput, MethodData, TypedCard } from "./vault-method-data.ts";

export const allowRedisplay = () => oneOf(["always", "limited", "unspecified"]);
export const networks = () => oneOf(["cartes_bancaires", "mastercard", "visa"]);
const holderType = () => oneOf(["company", "individual"]);
const accountType = () => oneOf(["checking", "savings"]);

/** A secret that somebody typed: what is wrong with it is said without repeating it. */
export function typed(max = 64) {
  return z.unknown().transform((value, context) => {
    if (typeof value === "string" && value !== "" && value.length <= max) return value;
    context.addIssue({ code: "custom", message: `Invalid string: must have 1 to ${max} characters` });
    return z.NEVER;
  });
}

/** Month and year of a card's expiry; a wrong one is for the bank to refuse. */
export const expiry = () => ({ exp_month: int().optional(), exp_year: int().optional() });

export const billingDetails = () =>
  hash({
    address: emptyable(address()).optional(),
    email: emptyable(email()).optional(),
    name: emptyable(text()).optional(),
    phone: emptyable(text(20)).optional(),
    tax_id: emptyable(text()).optional(),
  });

const card = () =>
  hash({
    ...expiry(),
    number: typed().optional(),
    cvc: typed(4).optional(),
    networks: hash({ preferred: networks().optional() }).optional(),
    token: objectId().optional(),
  });

const usBankAccount = () =>
  hash({
    account_holder_type: holderType().optional(),
    account_number: typed().optional(),
    account_type: accountType().optional(),
    financial_connections_account: noSuch("financial connections account"),
    routing_number: typed().optional(),
  });

/** What a payment method is made of; also a payment's `payment_method_data`. Understood by `toMethodData`. */
export const methodDataShape = {
  type: text(),
  allow_redisplay: allowRedisplay().optional(),
  billing_details: billingDetails().optional(),
  card: card().optional(),
  customer_balance: hash({}).optional(),
  metadata: metadata().optional(),
  radar_options: hash({ session: radarSession() }).optional(),
  sepa_debit: hash({ iban: typed() }).optional(),
  us_bank_account: usBankAccount().optional(),
  ...otherMethods(),
};

export const createParams = params({
  ...methodDataShape,
  custom: noSuch("custom payment method type"),
  customer: objectId().optional(),
  payment_method: refused("A payment method is only copied to a connected account, and there are none here."),
});

export const updateParams = params({
  allow_redisplay: allowRedisplay().optional(),
  billing_details: billingDetails().optional(),
  card: hash({
    ...expiry(),
    networks: hash({ preferred: emptyable(networks()).optional() }).optional(),
  }).optional(),
  metadata: metadata().optional(),
  us_bank_account: hash({
    account_holder_type: holderType().optional(),
    account_type: accountType().optional(),
  }).optional(),
});

export type MethodDataParams = z.output<z.ZodObject<typeof methodDataShape>>;

/** The parameters as the core takes them. `prefix` names their hash in errors, `payment_method_data` for one. */
export function toMethodData(given: MethodDataParams, prefix?: string): MethodData {
  const required: Required = (value, ...path) =>
    requireParam(value, prefix === undefined ? path : [prefix, ...path]);
  const facts = {
    billingDetails: given.billing_details && toBillingDetails(given.billing_details),
    metadata: mergeMetadata({}, given.metadata),
    allowRedisplay: given.allow_redisplay,
  };
  const type = methodType(given.type, prefix === undefined ? "type" : paramName([prefix, "type"]));
  switch (type) {
    case "card": {
      const { token, ...typedCard } = required(given.card, "card");
      return { ...facts, type, card: token === undefined ? toCard(typedCard, required) : { token } };
    }
    case "customer_balance":
      return { ...facts, type };
    case "sepa_debit":
      return { ...facts, type, sepaDebit: required(given.sepa_debit, "sepa_debit") };
    case "us_bank_account": {
      const account = required(given.us_bank_account, "us_bank_account");
      const usBankAccount = {
        routingNumber: required(account.routing_number, "us_bank_account", "routing_number"),
        accountNumber: required(account.account_number, "us_bank_account", "account_number"),
        accountHolderType: account.account_holder_type,
        accountType: account.account_type,
      };
      return { ...facts, type, usBankAccount };
    }
  }
}

type Required = <T>(value: T | undefined, ...path: string[]) => T;
type CardParams = Omit<NonNullable<MethodDataParams["card"]>, "token">;

/** Throws the API's error about a parameter that is missing. */
export function requireParam<T>(value: T | undefined, path: string[]): T {
  if (value !== undefined) return value;
  const param = paramName(path);
  throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

/** A typed card; a year of two digits is one of this century. */
export function toCard(card: CardParams, required: Required): TypedCard {
  const year = required(card.exp_year, "card", "exp_year");
  return {
    number: required(card.number, "card", "number"),
    expMonth: required(card.exp_month, "card", "exp_month"),
    expYear: year >= 0 && year < 100 ? 2000 + year : year,
    cvc: card.cvc,
    preferredNetwork: card.networks?.preferred,
  };
}

export function toPatch(id: string, given: z.output<typeof updateParams>): PaymentMethodPatch {
  const { card, us_bank_account: account } = given;
  return {
    id,
    allowRedisplay: given.allow_redisplay,
    billingDetails: given.billing_details && toBillingDetails(given.billing_details),
    metadata: given.metadata,
    card:
      card &&
      defined({
        expMonth: card.exp_month,
        expYear: card.exp_year,
        preferredNetwork: card.networks?.preferred,
      }),
    usBankAccount:
      account &&
      defined({ accountHolderType: account.account_holder_type, accountType: account.account_type }),
  };
}

function toBillingDetails({
  tax_id,
  ...rest
}: z.output<ReturnType<typeof billingDetails>>): BillingDetailsInput {
  return defined({ ...rest, taxId: tax_id });
}
