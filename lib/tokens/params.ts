import { z } from "zod";
import { country, currency, hash, oneOf, params, text } from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { invalid } from "#lib/errors";
import { expiry, networks, requireParam, toCard, typed } from "#lib/payment-methods/params";
import type { TokenInput } from "./create-token.ts";

type TypedInput<Type extends TokenInput["type"]> = Extract<TokenInput, { type: Type }>;

/** What a card is typed as. */
export const cardShape = () => ({
  ...expiry(),
  number: typed().optional(),
  cvc: typed(4).optional(),
  networks: hash({ preferred: networks().optional() }).optional(),
  currency: currency().optional(),
  name: text().optional(),
  address_city: text().optional(),
  address_country: text().optional(),
  address_line1: text().optional(),
  address_line2: text().optional(),
  address_state: text().optional(),
  address_zip: text().optional(),
});

/** What a bank account is typed as. */
export const bankAccountShape = () => ({
  account_holder_name: text().optional(),
  account_holder_type: oneOf(["company", "individual"]).optional(),
  account_number: typed(),
  account_type: oneOf(["checking", "futsu", "savings", "toza"]).optional(),
  country: country(),
  currency: currency().optional(),
  routing_number: typed().optional(),
});

const card = () => hash(cardShape());
const bankAccount = () =>
  hash({
    payment_method: refused("A payment method is made into no bank account here: send the account itself."),
    ...bankAccountShape(),
  });

/** Members that may be described; what is inside them is for whoever uses the token to judge. */
const described = (...names: string[]) =>
  hash(Object.fromEntries(names.map((name) => [name, z.unknown().optional()])));

const person = () =>
  described(
    ...[
      "additional_tos_acceptances",
      "address",
      "address_kana",
      "address_kanji",
      "dob",
      "documents",
      "email",
    ],
    ...["first_name", "first_name_kana", "first_name_kanji", "full_name_aliases", "gender", "id_number"],
    ...["id_number_secondary", "last_name", "last_name_kana", "last_name_kanji", "maiden_name", "metadata"],
    ...["nationality", "phone", "political_exposure", "registered_address", "relationship", "ssn_last_4"],
    ...["us_cfpb_data", "verification"],
  );

const account = () => described("business_type", "company", "individual", "tos_shown_and_accepted");

export const createParams = params({
  account: account().optional(),
  bank_account: bankAccount().optional(),
  card: card().optional(),
  customer: refused("A customer's card is only shared with a connected account, and there are none here."),
  cvc_update: hash({ cvc: typed(4) }).optional(),
  person: person().optional(),
  pii: hash({ id_number: typed(255).optional() }).optional(),
});

/** The parameters as the core takes them; exactly one thing is turned into a token. */
export function toTokenInput(given: z.output<typeof createParams>): TokenInput {
  const { card, bank_account: bankAccount, cvc_update: cvcUpdate, person, account, pii } = given;
  const things = [card, bankAccount, cvcUpdate, person, account, pii].filter((thing) => thing !== undefined);
  if (things.length > 1)
    throw invalid(
      "You may only specify one of these parameters: account, bank_account, card, cvc_update, person, pii.",
    );
  if (card) return cardInput(card);
  if (bankAccount) return bankAccountInput(bankAccount);
  if (cvcUpdate) return { type: "cvc_update", cvc: cvcUpdate.cvc };
  if (person) return { type: "person", described: withoutNumbers(person) };
  if (account) return { type: "account", described: withoutNumbers(account) };
  if (pii) return { type: "pii" };
  throw invalid(
    "You must supply either a card, customer, PII data, bank account, or account details to create a token.",
  );
}

/** A typed card as the core takes it. */
export function cardInput(given: z.output<ReturnType<typeof card>>): TypedInput<"card"> {
  const typedCard = toCard(given, (value, ...path) => requireParam(value, path));
  const address = {
    city: given.address_city ?? null,
    country: given.address_country ?? null,
    line1: given.address_line1 ?? null,
    line2: given.address_line2 ?? null,
    postal_code: given.address_zip ?? null,
    state: given.address_state ?? null,
  };
  return { type: "card", card: typedCard, owner: { name: given.name, currency: given.currency, address } };
}

/** A typed bank account as the core takes it. */
export function bankAccountInput(
  given: z.output<ReturnType<typeof bankAccount>>,
): TypedInput<"bank_account"> {
  const bankAccount = {
    accountNumber: given.account_number,
    country: given.country,
    currency: given.currency,
    routingNumber: given.routing_number,
    accountHolderName: given.account_holder_name,
    accountHolderType: given.account_holder_type,
    accountType: given.account_type,
  };
  return { type: "bank_account", bankAccount };
}

const identifying = new Set(["id_number", "id_number_secondary", "ssn_last_4"]);

/** Numbers that identify a person are not kept: only that they were given. */
function withoutNumbers(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (identifying.has(name)) return [`${name}_provided`, true];
      return [name, isHash(value) ? withoutNumbers(value) : value];
    }),
  );
}

function isHash(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
