import fc from "fast-check";
import {
  coupons,
  events,
  features,
  listItems,
  mails,
  products,
  shippingRates,
  taxRates,
  webhookDeliveries,
  webhookEndpoints,
} from "#db/schema/index";
import { insert } from "#db/rows";
import { transaction } from "#db/transaction";
import { couponDurations } from "#lib/coupons/coupon-list";
import { mailKinds } from "#lib/mail/kinds";
import { mailStates } from "#lib/mail/mail-list";
import { defaultLists } from "#lib/value-lists/default-lists";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { deliveryStates } from "#lib/webhooks/delivery-list";
import { endpointStatuses } from "#lib/webhooks/endpoint-list";
import {
  amount,
  type Ask,
  byCreation,
  choice,
  created,
  currency,
  money,
  moments,
  one,
  state,
  text,
  textIn,
} from "./asks.ts";
import type { ListingOf, TableListing } from "./listing.ts";

const from = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const active = fc.boolean();
const maybe = fc.option(text);
const simple =
  (listing: Omit<TableListing, "orders">): ListingOf =>
  () =>
    Promise.resolve({ ...listing, orders: byCreation });

export const productsListing = simple({
  table: products,
  facts: fc.record({ active, name: text, description: maybe }),
  asks: [state, textIn("name", "description", "id"), created],
});

export const couponsListing = simple({
  table: coupons,
  facts: fc.record({ name: maybe, duration: from(...couponDurations), deletedAt: from(null, null, 1) }),
  listed: ({ deletedAt }) => deletedAt === null,
  asks: [choice("duration", "duration", couponDurations), textIn("name", "id"), created],
});

export const featuresListing = simple({
  table: features,
  facts: fc.record({ active, name: text }),
  asks: [state, textIn("name", "lookupKey"), created],
});

export const shippingRatesListing = simple({
  table: shippingRates,
  facts: fc.record({ active, displayName: text, amount, currency }),
  asks: [state, money, textIn("displayName", "id"), created],
});

export const taxRatesListing = simple({
  table: taxRates,
  facts: fc.record({
    active,
    displayName: text,
    jurisdiction: maybe,
    description: maybe,
    country: fc.option(from("FR", "US", "JP")),
  }),
  asks: [
    state,
    choice("country", "country", ["FR", "US", "DE"]),
    textIn("displayName", "jurisdiction", "description"),
    created,
  ],
});

export const endpointsListing = simple({
  table: webhookEndpoints,
  facts: fc.record({
    url: text,
    description: maybe,
    status: from(...endpointStatuses),
    deletedAt: from(null, null, 1),
    listenerKeyId: from(null, null, "key_1"),
  }),
  listed: ({ deletedAt, listenerKeyId }) => deletedAt === null && listenerKeyId === null,
  asks: [choice("status", "status", endpointStatuses), textIn("url", "description"), created],
});

const types = ["charge.succeeded", "charge.refunded", "customer.created", "refund.created"];

/** A type, a group of them, or every one. `column`: where it stands. */
function typeAsk(column: string): Ask {
  return one("type", [...types, "charge.*", "payout.*", "*"], (row, word) => {
    const type = String(row[column]);
    return word.endsWith("*") ? type.startsWith(word.slice(0, -1)) : type === word;
  });
}

export const deliveriesListing: ListingOf = async (viewer) => {
  const url = "https://example.com/hooks";
  const made = [1, 2, 3].map(() => createEndpoint(viewer, { url, enabledEvents: ["payout.paid"] }));
  const ids = (await Promise.all(made)).map(({ endpoint }) => endpoint.id);
  return {
    table: webhookDeliveries,
    facts: fc.record({ endpointId: from(...ids), eventType: from(...types), state: from(...deliveryStates) }),
    asks: [
      choice("endpoint", "endpointId", ids),
      choice("status", "state", deliveryStates),
      typeAsk("eventType"),
      created,
    ],
    orders: byCreation,
  };
};

export const eventsListing: ListingOf = async (viewer) => {
  const url = "https://example.com/hooks";
  const { endpoint } = await createEndpoint(viewer, { url, enabledEvents: ["payout.paid"] });
  const states = new Map<string, (typeof deliveryStates)[number]>([
    ["row_01", "failed"],
    ["row_02", "pending"],
    ["row_03", "delivered"],
    ["row_04", "canceled"],
    ["row_05", "queued"],
  ]);
  const waits: (string | undefined)[] = ["failed", "pending", "queued"];
  const facts = { type: from(...types), objectId: from("cus_1", "ch_1") };
  return {
    table: events,
    facts: fc.record(facts),
    asks: [
      one("object", ["cus_1", "cus_2"], ({ objectId }, word) => objectId === word),
      typeAsk("type"),
      created,
      one(
        "delivery",
        ["delivered", "undelivered"],
        ({ id }, word) => waits.includes(states.get(id)) === (word === "undelivered"),
      ),
    ],
    orders: byCreation,
    after: (by) =>
      transaction(by, async (tx) => {
        for (const [eventId, reached] of states) {
          const about = { eventId, eventType: "payout.paid", endpointId: endpoint.id };
          const begun = { createdAt: tx.now, startedAt: tx.now, tries: 0, replay: false };
          await insert(tx, webhookDeliveries, { id: `whd_${eventId}`, ...about, ...begun, state: reached });
        }
      }),
  };
};

const listKeys = defaultLists.map(({ key }) => key);

export const entriesListing = simple({
  table: listItems,
  facts: fc.record({ list: from(...listKeys.slice(0, 4), "rsl_own") }),
  asks: [choice("list", "list", listKeys.slice(0, 4)), created],
});

export const mailsListing = simple({
  table: mails,
  facts: fc.record({
    state: from(...mailStates),
    kind: from(...mailKinds.slice(0, 3)),
    to: from("sun@example.com", "ada@example.com"),
    subject: text,
    sentAt: fc.option(moments),
  }),
  asks: [
    choice("status", "state", mailStates),
    choice("kind", "kind", mailKinds.slice(0, 3)),
    textIn("to", "subject"),
    created,
  ],
});
