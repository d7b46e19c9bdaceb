import { and, eq, inArray, or, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { customers, listItems } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { countryOf } from "#lib/places";
import { processor } from "#lib/processors/index";
import { type DefaultList, defaultLists, defaultListOf, type Subject, subjects } from "./default-lists.ts";
import { writtenAs } from "./item-value.ts";
import type { ListItem } from "./queries.ts";

/** The rule that decides about a payment by itself. */
export interface Verdict {
  /** Keeps it from the network. Null: none does. */
  blockedBy: string | null;
  /** Lets it pass whatever its risk, and spares it a review. Null: none does. */
  allowedBy: string | null;
}

/**
 * What the lists say of a payment with this method, confirmed from this address by the customer themselves; null where
 * nobody knows it. What is on an allow list is held against no block list. Of the
 * emails the first counts: the payment's, the method's, the customer's. A test card that all tests pay with is kept
 * from the network only once somebody listed it by hand: one test's fraud says nothing of the next.
 * Source: https://docs.stripe.com/radar/rules/reference#transaction-rule-processing-and-ordering
 */
export async function judgePayment(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  clientAddress: string | null,
): Promise<Verdict> {
  const facts = { ...(await factsOf(tx, intent, method)), ...factsOfAddress(clientAddress) };
  const items = await itemsOf(tx, facts);
  const lists = items.filter((item) => !countsByHandAlone(item)).map(({ list }) => defaultListOf(list));
  const ruleOf = (effect: DefaultList["effect"]) =>
    defaultLists.find((list) => list.effect === effect && lists.includes(list))?.rule ?? null;
  const allowedBy = ruleOf("allow");
  return { allowedBy, blockedBy: allowedBy === null ? ruleOf("block") : null };
}

type OfAddress = "client_ip_address" | "client_ip_country";
type Facts = Record<Subject | "card_bin_long", string>;

/** As the lists write them; what is not known is on no list. */
async function factsOf(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
): Promise<Omit<Facts, OfAddress>> {
  const email = (await emailOf(tx, intent, method)) ?? "";
  const { instrument } = method;
  const bin = processor().binOf(instrument.reference) ?? "";
  return {
    card_fingerprint: method.type === "card" ? method.fingerprint : "",
    email,
    email_domain: email.slice(email.lastIndexOf("@") + 1),
    customer_id: intent.customerId ?? "",
    card_country: instrument.type === "card" ? instrument.card.country : "",
    charge_description: writtenAs("string", intent.description ?? ""),
    card_bin: bin.slice(0, 6),
    card_bin_long: bin,
  };
}

/** Where an address is, an installed database alone knows. */
function factsOfAddress(address: string | null): Pick<Facts, OfAddress> {
  return {
    client_ip_address: writtenAs("ip_address", address ?? ""),
    client_ip_country: countryOf(address) ?? "",
  };
}

async function emailOf(tx: Tx, intent: PaymentIntentRow, method: PaymentMethodRow): Promise<string | null> {
  const known = intent.receiptEmail ?? method.billingDetails.email;
  if (known !== null || intent.customerId === null) return emailKey(known);
  return emailKey((await find(tx, customers, intent.customerId))?.email);
}

type Found = Pick<ListItem, "list" | "value" | "paymentIntentId">;

function itemsOf(tx: Tx, facts: Facts): Promise<Found[]> {
  const keysOf = (subject: Subject) =>
    defaultLists.filter((list) => list.subject === subject).map(({ key }) => key);
  const valuesOf = (subject: Subject) =>
    [subject, ...(subject === "card_bin" ? ["card_bin_long"] : [])].map((name) => sql.placeholder(name));
  const statement = tx.prepared("items about a payment", (db) =>
    db
      .select({ list: listItems.list, value: listItems.value, paymentIntentId: listItems.paymentIntentId })
      .from(listItems)
      .where(
        and(
          eq(listItems.environmentId, sql.placeholder("environmentId")),
          or(
            ...subjects.map((subject) =>
              and(inArray(listItems.list, keysOf(subject)), inArray(listItems.value, valuesOf(subject))),
            ),
          ),
        ),
      )
      .prepare(),
  );
  return statement.execute({ environmentId: tx.environmentId, ...facts });
}

/**
 * Whether an item counts only once somebody listed it by hand: a payment listed a test card that all tests share.
 */
export function countsByHandAlone({ list, value, paymentIntentId }: Found): boolean {
  const isOfCard = defaultListOf(list)?.subject === "card_fingerprint";
  return isOfCard && paymentIntentId !== null && processor().isShared(value);
}
