import fc from "fast-check";
import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, dayAt, startOfDay } from "#lib/calendar";
import { completeAuthentication } from "#lib/payments/complete-authentication";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { followChanges } from "#lib/search/index/follow-changes";
import { explain, searchEverything, searchGroup } from "#lib/search/search";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

type Name = "elevated" | "held" | "redirected" | "debited";

let world: ApiWorld;
let made: Record<Name, Stripe.PaymentIntent>;
let receipt: string;

beforeAll(async () => {
  world = await anApiWorld();
  made = {
    elevated: await pay((await jennysCard()).id, {
      amount: 14999,
      description: "Lavender soap",
      metadata: { order_id: "xyn712" },
      setup_future_usage: "off_session",
    }),
    held: await pay("pm_card_mastercard", { amount: 2000, currency: "usd", capture_method: "manual" }),
    redirected: await pay("pm_card_threeDSecure2Required", { amount: 700, currency: "gbp" }),
    debited: await payByDebit(),
  };
  const url = made.redirected.next_action?.redirect_to_url?.url ?? "";
  const token = url.split("/").at(-1) ?? "";
  await completeAuthentication(world.viewer, { paymentId: made.redirected.id, token, outcome: "succeeded" });
  await sendReceipt(world.viewer, { paymentIntentId: made.elevated.id, to: ["someone@example.com"] });
  const charge = await world.stripe.charges.retrieve(String(made.elevated.latest_charge));
  receipt = charge.receipt_number ?? "";
  await followChanges();
});

/** Every filter of the documented list, and the forms its values may take: what it finds of the payments above. */
const documented: [query: string, found: Name[]][] = [
  ["amount:149.99", ["elevated"]],
  ["amount:7", ["redirected"]],
  ["amount:200..100", ["elevated"]],
  ["amount:900..500", []],
  ["brand:visa", ["elevated", "redirected"]],
  ["brand:MasterCard", ["held"]],
  ["country:IE", ["redirected"]],
  ["country:de", ["debited"]],
  ["created:yesterday", ["elevated", "held", "redirected", "debited"]],
  ["created:today", []],
  ["date:yesterday", ["elevated", "held", "redirected", "debited"]],
  ["date:last_year", []],
  ["currency:USD", ["held"]],
  ["email:jenny.rosen@example.com", ["elevated"]],
  ["email:rosen", ["elevated"]],
  ["email:osen", []],
  ["exp:08/2031", ["elevated"]],
  ["exp:8/31", ["elevated"]],
  ["flow:redirect", ["redirected"]],
  ["last4:9235", ["elevated"]],
  ["last4:3000", ["debited"]],
  ["metadata:xyn712", ["elevated"]],
  ["metadata:order_id=xyn712", ["elevated"]],
  ["order_id:xyn712", ["elevated"]],
  ["xyn712", ["elevated"]],
  ["name:jenny", ["elevated"]],
  ['name:"Jenny Rosen"', ["elevated"]],
  ['name:"Rosen Jenny"', []],
  ["number:06b2b1a642-0023", []],
  ["postal:12345", ["elevated"]],
  ["zip:12345", ["elevated"]],
  ["risk_level:elevated", ["elevated"]],
  ["status:requires_capture", ["held"]],
  ["status:uncaptured", ["held"]],
  ["type:sepa_debit", ["debited"]],
  ["usage:reusable", ["elevated"]],
  ["usage:single_use", ["held", "redirected", "debited"]],
  ['"lavender soap"', ["elevated"]],
  ['"soap lavender"', []],
  ["soap lavender", ["elevated", "held", "redirected"]],
];

test.each(documented)("%s finds what it says, and a minus the rest", async (query, found) => {
  expect(await foundBy(query)).toEqual(new Set(found));
  const rest = (Object.keys(made) as Name[]).filter((name) => !found.includes(name));
  const negated =
    query.includes(" ") && !/[:"]/.test(query) ? `-${query.replaceAll(" ", " -")}` : `-${query}`;
  expect(await foundBy(negated)).toEqual(new Set(rest));
});

test("a receipt's number finds its payment, with the filter and without", async () => {
  expect(receipt).toMatch(/^\d{4}-\d{4}$/);
  for (const query of [`receipt:${receipt}`, receipt, `-receipt:0000-0000 receipt:${receipt}`]) {
    expect(await foundBy(query)).toEqual(new Set(["elevated"]));
  }
});

test("every one of the twenty documented filters is in the list above", () => {
  const names =
    "amount brand country created date currency email exp flow last4 metadata name number postal zip receipt " +
    "risk_level status type usage";
  const covered = new Set(documented.map(([query]) => query.split(":")[0]));
  expect(names.split(" ").filter((name) => !covered.has(name))).toEqual(["receipt"]);
});

/** What people paste, mistype or try; none of it may be an error. */
const odd = [
  ...[
    '"',
    '""',
    '"""',
    '"a',
    'a"b"c',
    "'",
    "-",
    "--",
    "- -",
    "-:-",
    ":",
    "::",
    "a:",
    ":a",
    "-a:",
    "=",
    "a==b",
  ],
  ...[
    "*",
    "a*",
    "*a",
    "^a",
    "{a b}",
    "a AND",
    "AND",
    "NOT",
    "OR",
    "a OR b",
    "NEAR(a b)",
    "a + b",
    "(",
    ")",
    "a,b;c",
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE x; --',
    "%",
    "_",
    "\\",
    '"\\"',
    "a\\",
    "<b>x</b>",
    "{name}",
    "${1}",
    "/v1/",
    "//",
  ],
  ...[
    "amount:",
    "amount:-5",
    "amount:>",
    "amount:>>5",
    "amount:5..",
    "amount:..",
    "amount:9e99",
    "amount:1..2..3",
    "amount:2..1",
  ],
  ...[
    "amount:99999999999999999999999",
    "amount:NaN",
    "date:0000-00-00",
    "date:9999-12-31",
    "date:99999",
    "exp:99/99",
  ],
  ...[
    "date:2026-02-30",
    "date:2026-13",
    "date:..2026",
    "date:2026..2020",
    "status:",
    "is:",
    "has:",
    "-has:",
    "is:is:is",
  ],
  ...[
    "email:@",
    "email:@@",
    "metadata:=",
    "metadata:a=",
    "metadata:=b",
    "__proto__:x",
    "constructor:x",
    "toString:",
  ],
  ...[
    "\u0000",
    "\ud800",
    "\ufeff",
    "e\u0301\u0301\u0301",
    "👩‍👩‍👧",
    "🧼",
    "лаванда",
    "薰衣草",
    "مرحبا",
    "ﬁ",
    "İ",
    "ß",
    "\u202eabc",
  ],
  ...[
    "a".repeat(5000),
    "a ".repeat(400),
    "-".repeat(500),
    '"'.repeat(501),
    "a:".repeat(300),
    "1".repeat(400),
  ],
];

test.each(["en", "fr"] as const)("no query is so odd that it fails, in %s", async (locale) => {
  const viewer = { ...world.viewer, locale };
  for (const query of odd) await searched(viewer, query);
});

test("nor any other text", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(...' "-:=.><a1/_é\\') }),
  );
  await fc.assert(
    fc.asyncProperty(text, (query) => searched(world.viewer, query)),
    { numRuns: 15 },
  );
});

async function searched(viewer: Viewer, query: string): Promise<void> {
  const { query: read, groups } = await searchEverything(viewer, query, 3);
  const { understood, leftOut } = explain(viewer, read);
  expect(understood).toHaveLength(read.clauses.length);
  expect(leftOut).toHaveLength(read.problems.length);
  for (const { key } of groups) await searchGroup(viewer, query, { key, limit: 3 });
}

/** Asked at noon of the day after they were made. */
async function foundBy(query: string): Promise<Set<string>> {
  const { timeZone } = world.viewer;
  const day = addDays(dayAt(made.elevated.created * 1000, timeZone), 1);
  const viewer = { ...world.viewer, now: () => startOfDay(day, timeZone) + 43_200_000 };
  const { page } = await searchGroup(viewer, query, { key: "payments", limit: 20 });
  const names = new Map(Object.entries(made).map(([name, { id }]) => [id, name]));
  return new Set(page.hits.map(({ id }) => names.get(id) ?? id));
}

function pay(
  method: string,
  given: Partial<Stripe.PaymentIntentCreateParams>,
): Promise<Stripe.PaymentIntent> {
  return world.stripe.paymentIntents.create({
    amount: 1000,
    currency: "eur",
    confirm: true,
    return_url: "https://example.com/",
    description: "Soap of lavender",
    payment_method: method,
    ...given,
  });
}

function jennysCard(): Promise<Stripe.PaymentMethod> {
  return world.stripe.paymentMethods.create({
    type: "card",
    card: { number: "4000000000009235", exp_month: 8, exp_year: 2031, cvc: "123" },
    billing_details: {
      name: "Jenny Rosen",
      email: "jenny.rosen@example.com",
      address: { postal_code: "12345", country: "US" },
    },
  });
}

function payByDebit(): Promise<Stripe.PaymentIntent> {
  return world.stripe.paymentIntents.create({
    amount: 3300,
    currency: "eur",
    confirm: true,
    payment_method_data: {
      type: "sepa_debit",
      sepa_debit: { iban: "DE89370400440532013000" },
      billing_details: { name: "Ana Belga", email: "ana@example.org" },
    },
    mandate_data: { customer_acceptance: { type: "offline" } },
  });
}
