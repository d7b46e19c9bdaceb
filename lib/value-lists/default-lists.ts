import type { ItemType } from "#db/schema/value-lists";

/** What a payment is known by on the lists that are always there, the one that decides first. */
export const subjects = [
  "card_fingerprint",
  "email",
  "email_domain",
  "customer_id",
  "card_country",
  "charge_description",
  "card_bin",
  "client_ip_address",
  "client_ip_country",
] as const;
export type Subject = (typeof subjects)[number];

/** What the lists that are always there do with a payment. */
export const effects = ["block", "allow"] as const;
export type Effect = (typeof effects)[number];

interface Named {
  itemType: ItemType;
  name: string;
}

const named: Record<Subject, Named> = {
  card_fingerprint: { itemType: "card_fingerprint", name: "Card fingerprint" },
  email: { itemType: "email", name: "Email" },
  email_domain: { itemType: "string", name: "Email domain" },
  customer_id: { itemType: "customer_id", name: "Customer ID" },
  card_country: { itemType: "country", name: "Card country" },
  charge_description: { itemType: "string", name: "Charge description" },
  card_bin: { itemType: "card_bin", name: "Card BIN" },
  client_ip_address: { itemType: "ip_address", name: "Client IP address" },
  client_ip_country: { itemType: "country", name: "Client IP country" },
};

/** The first two lists there were had shorter keys, and databases hold them. */
const keptUnder: Record<string, string | undefined> = {
  card_fingerprint_blocklist: "card_fingerprint",
  email_blocklist: "email",
};

/** A list that every environment has: it is filled and emptied, but stays. */
export interface DefaultList {
  /** What its items are kept under. */
  key: string;
  id: string;
  alias: string;
  name: string;
  itemType: ItemType;
  subject: Subject;
  effect: Effect;
  /** The rule that goes by it, as a payment's outcome names it. */
  rule: string;
}

/** Source: https://docs.stripe.com/radar/lists#default-lists */
export const defaultLists: readonly DefaultList[] = effects.flatMap((effect) =>
  subjects.map((subject) => defaultList(subject, effect)),
);

function defaultList(subject: Subject, effect: Effect): DefaultList {
  const alias = `${subject}_${effect}list`;
  const { itemType, name } = named[subject];
  return {
    key: keptUnder[alias] ?? alias,
    id: `rsl_${alias}`,
    alias,
    name: `${name} ${effect} list`,
    itemType,
    subject,
    effect,
    rule: `${effect}_if_${subject}_in_${effect}list`,
  };
}

const byKey = new Map(defaultLists.map((list) => [list.key, list]));

/** The default list whose items are kept under this key; undefined for a business's own. */
export function defaultListOf(key: string): DefaultList | undefined {
  return byKey.get(key);
}

/** The default list that a payment's outcome names by its rule; undefined for a rule of another kind. */
export function defaultListByRule(rule: string): DefaultList | undefined {
  return defaultLists.find((list) => list.rule === rule);
}

/** The default list of a subject that does this with payments. */
export function defaultListFor(subject: Subject, effect: Effect): DefaultList {
  const list = defaultLists.find((each) => each.subject === subject && each.effect === effect);
  if (!list) throw new RangeError(`There is no list to ${effect} a ${subject}`);
  return list;
}
