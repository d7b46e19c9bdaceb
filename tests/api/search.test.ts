import { eq } from "drizzle-orm";
import fc from "fast-check";
import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { customers as customerRows } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { rebuildIndex } from "#lib/search/index/rebuild-index";
import { followChanges } from "#lib/search/index/follow-changes";
import { verifyAll } from "#lib/verify/verify-all";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { whileIndexIsMade } from "#tests/support/search";

let world: ApiWorld;
let stripe: Stripe;
let customers: Stripe.Customer[];
let payments: Stripe.PaymentIntent[];
let charges: Stripe.Charge[];

const names = ["Jenny Rosen", "Jenny O'Hara", 'Anna "Annie" Sorel', "Zoë Dupont", "Rosen & Fils"];
const metadata: Record<string, string>[] = [
  { order_id: "6735" },
  { order_id: "6736", Shop: "Paris" },
  {},
  { "a b": "É c" },
];

beforeAll(async () => {
  world = await anApiWorld();
  ({ stripe } = world);
  for (let at = 0; at < 12; at++) {
    const customer = await stripe.customers.create({
      name: names[at % names.length],
      email: at % 3 === 0 ? undefined : `jenny${at}@rocketrides.io`,
      phone: at % 4 === 0 ? "+33 6 12 34 56 78" : undefined,
      metadata: metadata[at % metadata.length],
    });
    await stripe.paymentIntents.create({
      amount: 500 * (1 + (at % 5)),
      currency: at % 2 ? "eur" : "usd",
      customer: at % 3 ? customer.id : undefined,
      confirm: at % 4 !== 3,
      payment_method: at % 5 === 4 ? "pm_card_mastercard" : "pm_card_visa",
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      metadata: metadata[(at + 1) % metadata.length],
    });
  }
  await followChanges();
  customers = await stripe.customers.list({ limit: 100 }).autoPagingToArray({ limit: 100 });
  payments = await stripe.paymentIntents.list({ limit: 100 }).autoPagingToArray({ limit: 100 });
  charges = await stripe.charges.list({ limit: 100 }).autoPagingToArray({ limit: 100 });
}, 60_000);

const ids = (objects: { id: string }[]) => objects.map(({ id }) => id);

test.each([
  [`email:"jenny1@rocketrides.io"`, (c) => c.email === "jenny1@rocketrides.io"],
  [`email:'JENNY1@rocketrides.io'`, (c) => c.email === "jenny1@rocketrides.io"],
  [`name~"rosen"`, (c) => c.name?.includes("Rosen")],
  [`name~"y O'H"`, (c) => c.name?.includes("y O'H")],
  [`name:"Anna \\"Annie\\" Sorel"`, (c) => c.name?.startsWith("Anna")],
  [`-name~"jenny"`, (c) => !c.name?.includes("Jenny")],
  [`metadata["order_id"]:"6735"`, (c) => c.metadata.order_id === "6735"],
  [`metadata['a b']:'é C'`, (c) => c.metadata["a b"] === "É c"],
  [`metadata["order_id"]:null`, (c) => c.metadata.order_id === undefined],
  [`-metadata["order_id"]:null`, (c) => c.metadata.order_id !== undefined],
  [`metadata["shop"]:"paris"`, () => false],
  [`-email:null`, (c) => c.email !== null],
  [`email:null name~"Rosen"`, (c) => c.email === null && c.name?.includes("Rosen")],
  [`phone:"+33 6 12 34 56 78" OR name~"zoë"`, (c) => c.phone !== null || c.name?.startsWith("Zoë")],
  [`created>0 and created<4000000000`, () => true],
  [`created<1000`, () => false],
] satisfies [string, (customer: Stripe.Customer) => boolean | undefined][])(
  "customers by %s",
  async (query, fits) => {
    const { data } = await stripe.customers.search({ query, limit: 100 });
    expect(ids(data)).toEqual(ids(customers.filter(fits)));
  },
);

test("charges by card, amount and state", async () => {
  const { data } = await stripe.charges.search({
    query: `payment_method_details.card.last4:4242 AND amount>=1000 AND -currency:"usd" AND status:"succeeded"`,
  });
  const fits = charges.filter(
    ({ amount, currency, payment_method_details }) =>
      payment_method_details?.card?.last4 === "4242" && amount >= 1000 && currency !== "usd",
  );
  expect(fits.length).toBeGreaterThan(0);
  expect(ids(data)).toEqual(ids(fits));
});

test("any query finds what reading every payment finds", async () => {
  const clause = fc.oneof(
    fc.tuple(fc.constantFrom("amount", "created"), fc.constantFrom(":", ">", "<", ">=", "<="), fc.nat(3000)),
    fc.tuple(
      fc.constant("status"),
      fc.constant(":"),
      fc.constantFrom("succeeded", "requires_confirmation", "canceled"),
    ),
    fc.tuple(fc.constant("currency"), fc.constant(":"), fc.constantFrom("eur", "usd", "jpy")),
    fc.tuple(fc.constant("order_id"), fc.constant(":"), fc.constantFrom("6735", "6736", null)),
  );
  const newest = Math.max(...payments.map(({ created }) => created));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), clause), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(" ", " AND ", " or "),
      fc.integer({ min: 1, max: 7 }),
      async (clauses, joint, limit) => {
        const told = clauses.map(([negated, [field, operator, value]]) => {
          const asked = field === "created" ? newest - Number(value) / 1000 : value;
          const text = typeof asked === "number" ? Math.round(asked) : asked && JSON.stringify(asked);
          const name = field === "order_id" ? `metadata["order_id"]` : field;
          return {
            text: `${negated ? "-" : ""}${name}${operator}${text}`,
            holds: (payment: Stripe.PaymentIntent) =>
              negated !==
              holds(valueOf(payment, field), operator, typeof asked === "number" ? Math.round(asked) : asked),
          };
        });
        const fits = payments.filter((payment) =>
          joint === " or "
            ? told.some((each) => each.holds(payment))
            : told.every((each) => each.holds(payment)),
        );
        const query = told.map(({ text }) => text).join(joint);
        const found = await stripe.paymentIntents.search({ query, limit }).autoPagingToArray({ limit: 100 });
        expect(ids(found), query).toEqual(ids(fits));
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

function valueOf(payment: Stripe.PaymentIntent, field: string): string | number | null {
  if (field === "order_id") return payment.metadata.order_id ?? null;
  if (field === "amount" || field === "created") return payment[field];
  return field === "status" ? payment.status : payment.currency;
}

function holds(value: string | number | null, operator: string, asked: string | number | null): boolean {
  if (typeof value !== "number" || typeof asked !== "number") return value === asked;
  if (operator === ":") return value === asked;
  return (
    (operator[0] === ">" && value > asked) ||
    (operator[0] === "<" && value < asked) ||
    (operator.length > 1 && value === asked)
  );
}

test("a result says where the next page is, and how many there are when asked", async () => {
  const query = `created>0`;
  const first = await stripe.customers.search({ query, limit: 5, expand: ["total_count"] });
  expect(first).toMatchObject({
    object: "search_result",
    url: "/v1/customers/search",
    has_more: true,
    total_count: 12,
  });
  const second = await stripe.customers.search({ query, limit: 100, page: String(first.next_page) });
  expect(second).toMatchObject({ has_more: false, next_page: null });
  expect(second).not.toHaveProperty("total_count");
  expect(ids([...first.data, ...second.data])).toEqual(ids(customers));
  await expect(
    stripe.customers.search({ query: `created>1`, page: String(first.next_page) }),
  ).rejects.toMatchObject({
    statusCode: 400,
    param: "page",
  });
});

test("a change and a deletion are found as they are", async () => {
  const customer = await stripe.customers.create({ name: "Ephemeral Person" });
  const payment = await stripe.paymentIntents.create({ amount: 700, currency: "eur" });
  await followChanges();
  await stripe.customers.update(customer.id, { name: "Lasting Person" });
  await stripe.paymentIntents.update(payment.id, { metadata: { order_id: "late" } });
  await followChanges();
  expect((await stripe.customers.search({ query: `name~"ephemeral"` })).data).toEqual([]);
  expect(ids((await stripe.customers.search({ query: `name~"lasting"` })).data)).toEqual([customer.id]);
  const late = await stripe.paymentIntents.search({ query: `metadata["order_id"]:"late"` });
  expect(ids(late.data)).toEqual([payment.id]);
  await stripe.customers.del(customer.id);
  await followChanges();
  expect((await stripe.customers.search({ query: `name~"lasting"` })).data).toEqual([]);
});

test("products and prices are found by their own fields", async () => {
  const product = await stripe.products.create({
    name: "Lavender soap",
    shippable: true,
    url: "https://a.test/soap",
  });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "eur",
    unit_amount: 900,
    lookup_key: "soap",
  });
  const gone = await stripe.products.create({ name: "Lavender oil" });
  await followChanges();
  await stripe.products.del(gone.id);
  await followChanges();
  const found = await stripe.products.search({
    query: `name~"lavender" AND shippable:"true" AND active:'true'`,
  });
  expect(ids(found.data)).toEqual([product.id]);
  expect(ids((await stripe.products.search({ query: `name~"lavender"` })).data)).toEqual([product.id]);
  const bought = await stripe.prices.search({
    query: `product:"${product.id}" lookup_key:"soap" type:"one_time"`,
    expand: ["data.product"],
  });
  expect(bought.data).toMatchObject([{ id: price.id, product: { id: product.id } }]);
});

test("an index made anew finds the same, and verify sees one that does not hold what there is", async () => {
  const { data: before } = await stripe.customers.search({ query: `name~"rosen"`, limit: 100 });
  await rebuildOvertaken();
  await expect(stripe.customers.search({ query: `name~"rosen"` })).rejects.toMatchObject({ statusCode: 503 });
  await rebuildIndex();
  const { data: after } = await stripe.customers.search({ query: `name~"rosen"`, limit: 100 });
  expect(ids(after)).toEqual(ids(before));
  const searched = async () => (await verifyAll()).problems.filter(({ check }) => check === "search");
  expect(await searched()).toEqual([]);
  const [stale] = before;
  await globalTransaction(async (db) => {
    await db
      .update(customerRows)
      .set({ name: "Changed behind its back" })
      .where(eq(customerRows.id, String(stale?.id)));
  });
  // And the payment, which is found by what its customer is called.
  const { data: theirs } = await stripe.paymentIntents.list({ customer: String(stale?.id) });
  const subjects = (await searched()).map(({ subject }) => subject);
  expect(subjects.sort()).toEqual([String(stale?.id), ...ids(theirs)].sort());
  await rebuildIndex();
  expect(await searched()).toEqual([]);
}, 120_000);

/** While the index is made anew somebody else begins too, and is stopped. */
async function rebuildOvertaken(): Promise<void> {
  let overtaking: Promise<void> | undefined;
  await rebuildIndex({
    onProgress() {
      overtaking ??= rebuildIndex({ stopped: () => true });
    },
  });
  await overtaking;
}

test("while the index is made anew a search is refused, to be tried again, and not answered in part", async () => {
  const blind = aClient(world, await aKey(world, "restricted", ["products:read"]));
  await whileIndexIsMade(async () => {
    const refused: unknown = await stripe.customers.search({ query: `name~"rosen"` }).catch((error) => error);
    expect(refused).toMatchObject({
      statusCode: 503,
      type: "StripeAPIError",
      rawType: "api_error",
      message: expect.stringContaining("Try again in a few minutes"),
      headers: { "retry-after": "10" },
    });
    expect(refused).not.toHaveProperty("headers.stripe-should-retry");
    // What would be refused then too is refused at once.
    await expect(stripe.customers.search({ query: `email` })).rejects.toMatchObject({ statusCode: 400 });
    await expect(blind.customers.search({ query: `created>0` })).rejects.toMatchObject({ statusCode: 403 });
    expect((await stripe.customers.list()).data).not.toEqual([]);
  });
  expect((await stripe.customers.search({ query: `name~"rosen"` })).data).not.toEqual([]);
});

test.each([
  [`email`, /unable to parse your search query/],
  [`email:jenny`, /unable to parse your search query/],
  [`email:"a" AND`, /unable to parse your search query/],
  [`email:"a"name:"b"`, /unable to parse your search query/],
  [`shoe:"42"`, /Field `shoe` is an unsupported search field for resource `customers`/],
  [`email["a"]:"b"`, /unsupported search field/],
  [`email>"a"`, /does not support the operator/],
  [`name~"ab"`, /at least 3 characters/],
  [`created~"123"`, /does not support the operator/],
  [`created:"soon"`, /must be a number/],
  [`metadata:"a"`, /name its key/],
  [`email:"a" AND name:"b" OR name:"c"`, /cannot mix AND and OR/],
])("%s is refused", async (query, message) => {
  await expect(stripe.customers.search({ query })).rejects.toMatchObject({
    statusCode: 400,
    param: "query",
    message: expect.stringMatching(message),
  });
});

test("a search needs its permission, and sees its own environment alone", async () => {
  const other = await anApiWorld();
  expect((await other.stripe.customers.search({ query: `created>0` })).data).toEqual([]);
  const blind = aClient(world, await aKey(world, "restricted", ["products:read"]));
  await expect(blind.customers.search({ query: `created>0` })).rejects.toMatchObject({ statusCode: 403 });
  await expect(stripe.customers.search({ query: `created>0`, limit: 101 })).rejects.toMatchObject({
    param: "limit",
  });
});
