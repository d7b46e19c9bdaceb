import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { searchState } from "#db/schema/search";
import { globalTransaction } from "#db/transaction";
import { createCoupon } from "#lib/coupons/create-coupon";
import { createCustomer } from "#lib/customers/create-customer";
import { createPayment } from "#lib/payments/create-payment";
import { updatePayment } from "#lib/payments/update-payment";
import { createPayout } from "#lib/payouts/create-payout";
import { paths } from "#lib/paths";
import { createProduct } from "#lib/products/create-product";
import { refundPayment } from "#lib/refunds/refund-payment";
import { kinds } from "#lib/search/documents/kinds";
import { paymentKind } from "#lib/search/documents/payment";
import { findPasted } from "#lib/search/find-pasted";
import { followChanges } from "#lib/search/index/follow-changes";
import { isIndexWhole, setState } from "#lib/search/index/state";
import { readQuery } from "#lib/search/query/read-query";
import { wantedBy } from "#lib/search/query/wanted";
import { type GroupKey, searchEverything, searchGroup } from "#lib/search/search";
import { aPayment } from "#tests/support/money";
import { aBusinessWithMoney } from "#tests/support/payouts";
import { whileIndexIsMade } from "#tests/support/search";
import { aWorld, type World } from "#tests/support/world";

let world: World;
const made = { payments: [] as string[], customer: "" };

beforeAll(async () => {
  world = await aWorld();
  const { viewer } = world;
  const customer = await createCustomer(viewer, { name: "Jenny Rosen", email: "jenny.rosen@example.com" });
  made.customer = customer.id;
  const methods = ["pm_card_visa", "pm_card_mastercard", "pm_card_chargeDeclined", "pm_card_amex"];
  for (let at = 0; at < 12; at++) {
    const payment = await createPayment(
      viewer,
      {
        amount: [14999, 500, 2000][at % 3] ?? 0,
        currency: at % 4 === 3 ? "jpy" : "eur",
        paymentMethodId: methods[at % methods.length],
        paymentMethodTypes: ["card"],
        customerId: at % 2 ? customer.id : undefined,
        description: at % 3 ? "Lavender soap, large" : "Élixir de lavande",
        metadata: at % 2 ? { order_id: `xyn7${10 + at}` } : {},
        receiptEmail: at % 5 ? undefined : "payer@shop.test",
      },
      {},
    ).catch(() => undefined);
    if (payment) made.payments.push(payment.id);
  }
  await refundPayment(viewer, { paymentId: made.payments[0] ?? "" });
  await createProduct(viewer, { name: "Lavender oil", description: "For the bath" });
  await createCoupon(viewer, { name: "Lavender week", percentOff: "10", duration: "once" });
  await followChanges();
});

const keysOf = async (text: string, viewer = world.viewer) =>
  (await searchEverything(viewer, text, 50)).groups.map(({ key }) => key);
const idsOf = async (text: string, key: GroupKey, viewer = world.viewer) => {
  const { groups } = await searchEverything(viewer, text, 50);
  return groups.find((group) => group.key === key)?.hits.map(({ id }) => id) ?? [];
};

test("each kind goes by a letter of its own in the index", () => {
  expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
});

test("a word finds every kind that has it", async () => {
  expect(await keysOf("lavend")).toEqual(["payments", "products", "coupons"]);
  expect(await keysOf("jenny")).toEqual(["payments", "customers"]);
  expect(await keysOf("amélie nobody")).toEqual([]);
  expect(await keysOf("api key")).toEqual(["settings"]);
});

test("what a coupon takes off is told in the person's language", async () => {
  const detailIn = async (locale: "en" | "fr") => {
    const { groups } = await searchEverything({ ...world.viewer, locale }, "lavender week", 5);
    return groups.find(({ key }) => key === "coupons")?.hits[0]?.detail;
  };
  expect(await detailIn("en")).toBe("10%");
  expect(await detailIn("fr")).toMatch(/^10\s%$/);
});

test("events and requests lead to the lists that have all of them, of the days asked for", async () => {
  const { viewer } = world;
  const groupOf = async (text: string) => (await searchEverything(viewer, text, 2)).groups.at(-1);
  const failed = await groupOf("charge.fai");
  expect(failed).toMatchObject({ key: "events", hits: [{ title: "charge.failed" }, {}], narrowed: true });
  expect(failed?.list).toBe(`${paths.events(viewer)}?type=charge.fai*`);
  expect(await groupOf("charge.fai today")).toMatchObject({ key: "events", hits: [{}, {}] });
  expect(await groupOf("charge.fai yesterday")).toBeUndefined();
  expect(await groupOf("charge.fai -today")).toBeUndefined();
});

test("a short list is shown page by page", async () => {
  const { viewer } = world;
  const all = await idsOf("settings", "settings");
  expect(all).toContain("apiVersion");
  const first = await searchGroup(viewer, "settings", { key: "settings", limit: 20 });
  expect(first.page).toMatchObject({ next: 20, narrowed: false, order: "own" });
  const second = await searchGroup(viewer, "settings", { key: "settings", limit: 20, before: 20 });
  expect([...first.page.hits, ...second.page.hits].map(({ id }) => id)).toEqual(all);
  expect(second.page.next).toBeNull();
});

test("the four forms of metadata, part of an email, an amount and a negation", async () => {
  const forms = ["xyn711", "order_id:xyn711", "metadata:xyn711", "metadata:order_id=xyn711"];
  const found = await Promise.all(forms.map((form) => idsOf(form, "payments")));
  for (const ids of found) expect(ids).toEqual(found[0]);
  expect(found[0]).toHaveLength(1);
  expect(await idsOf("email:ros", "customers")).toEqual([made.customer]);
  expect(await idsOf("email:osen", "customers")).toEqual([]);
  const paid = await idsOf("amount:149.99 currency:eur", "payments");
  expect(paid.length).toBeGreaterThan(0);
  expect(await idsOf("amount:149.99 -currency:eur", "payments")).toEqual([]);
  expect(await idsOf("status:refunded", "payments")).toEqual([made.payments[0]]);
});

test.each([
  ["status:blocked status:succeeded", true],
  ["status:refunded status:partially_refunded", true],
  ["status:succeeded status:failed status:refunded", true],
  ["currency:eur currency:usd lavender", true],
  ["status:refunded status:succeeded", false],
  ["status:requires_payment_method status:failed", false],
  ["status:blocked -status:succeeded", false],
  ["status:blocked status:BLOCKED", false],
  ["brand:visa brand:amex", false],
])("whether %s can be anywhere is known before looking", (text, never) => {
  const query = readQuery(text, { locale: "en", timeZone: "UTC", now: 0 });
  expect(wantedBy(world.viewer, query, paymentKind).never).toBe(never);
});

test("pages of one kind join up", async () => {
  const { viewer } = world;
  const all = await idsOf("card", "payments");
  const paged: string[] = [];
  let before: number | undefined;
  do {
    const { page } = await searchGroup(viewer, "card", { key: "payments", limit: 2, before });
    paged.push(...page.hits.map(({ id }) => id));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(paged).toEqual(all);
});

test("only what a person may see is found, and nobody finds a payer they may not know", async () => {
  const analyst = world.viewerWith(["iam_admin"]);
  expect(await keysOf("lavend", analyst)).not.toContain("payments");
  const blind = { ...world.viewer, permissions: new Set(["payments:read"] as const) };
  expect(await keysOf("lavend", blind)).toEqual(["payments"]);
  expect(await idsOf("email:payer", "payments", blind)).toEqual([]);
  expect(await idsOf("payer", "payments", blind)).toEqual([]);
  expect(await idsOf(`customer:${made.customer}`, "payments", blind)).toEqual([]);
  const other = await aWorld();
  expect(await keysOf("lavend", other.viewer)).toEqual([]);
});

test("while the index is made anew, searches say that not everything is found, and a pasted id leads on", async () => {
  const { viewer } = world;
  const [id = ""] = made.payments;
  await whileIndexIsMade(async () => {
    expect(await searchEverything(viewer, "amélie nobody", 5)).toMatchObject({ groups: [], unready: true });
    expect(await searchEverything(viewer, "api key", 5)).toMatchObject({
      groups: [{ key: "settings" }],
      unready: true,
    });
    const searched = async (key: GroupKey) => (await searchGroup(viewer, "lavend", { key, limit: 5 })).page;
    expect(await searched("payments")).toHaveProperty("unready", true);
    expect(await searched("settings")).not.toHaveProperty("unready");
    expect(await findPasted(viewer, id)).toBe(paths.payment(viewer, id));
  });
  expect(await searchEverything(viewer, "amélie nobody", 5)).toMatchObject({ groups: [], unready: false });
});

test("that another process makes the index anew is noticed within a second", async () => {
  expect(await isIndexWhole()).toBe(true);
  const version = await globalTransaction(async (db) => {
    const [row] = await db.select().from(searchState).where(eq(searchState.name, "version"));
    await db.update(searchState).set({ value: 0 }).where(eq(searchState.name, "version"));
    return row?.value ?? 0;
  });
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
  expect(await isIndexWhole()).toBe(false);
  clock.mockRestore();
  await globalTransaction((db) => setState(db, "version", version));
  expect(await isIndexWhole()).toBe(true);
});

test("what was just changed is found as it is", async () => {
  const { viewer } = world;
  const id = made.payments[1] ?? "";
  await updatePayment(viewer, id, { description: "Quince jelly" });
  await followChanges();
  expect(await idsOf("quince", "payments")).toEqual([id]);
});

test("disputes and payouts are found by what they are, and reports and settings by their names", async () => {
  const { viewer } = await aBusinessWithMoney();
  const disputed = await aPayment(viewer, { paymentMethodId: "pm_card_createDispute" });
  const payout = await createPayout(viewer, { amount: 1234, currency: "eur", description: "Rent" });
  await followChanges();
  const [dispute] = await idsOf("fraudulent", "disputes", viewer);
  expect(await idsOf("is:chargeback status:needs_response brand:visa", "disputes", viewer)).toEqual([
    dispute,
  ]);
  expect(await idsOf(disputed.id, "disputes", viewer)).toEqual([dispute]);
  expect(await findPasted(viewer, dispute ?? "")).toBe(paths.dispute(viewer, dispute ?? ""));
  expect(await idsOf("rent", "payouts", viewer)).toEqual([payout.id]);
  expect(await idsOf("amount:12.34 is:manual", "payouts", viewer)).toEqual([payout.id]);
  expect(await idsOf("-status:pending", "payouts", viewer)).toEqual([]);
  expect(await findPasted(viewer, payout.id)).toBe(paths.payout(viewer, payout.id));
  expect(await idsOf("net vol", "reports", viewer)).toEqual(["net"]);
  expect(await idsOf("volume net", "reports", { ...viewer, locale: "fr" })).toEqual(["net"]);
  expect(await idsOf("passkey", "settings", viewer)).toEqual(["passkeys"]);
  const support = { ...viewer, permissions: new Set(["customers:read"] as const) };
  expect(await keysOf("rent", support)).toEqual([]);
  expect(await findPasted(support, payout.id)).toBeNull();
});
