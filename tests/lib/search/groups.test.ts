import { beforeAll, expect, test, vi } from "vitest";
import type { Permission } from "#lib/auth/permissions";
import { createCoupon } from "#lib/coupons/create-coupon";
import { deleteCoupon } from "#lib/coupons/delete-coupon";
import { createCustomer } from "#lib/customers/create-customer";
import { eventList } from "#lib/events/list/event-list";
import { paths } from "#lib/paths";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { flush, logRequest } from "#lib/request-log/write";
import { followChanges } from "#lib/search/index/follow-changes";
import { type GroupKey, searchEverything } from "#lib/search/search";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function hitsOf(text: string, key: GroupKey, viewer = world.viewer) {
  const { groups } = await searchEverything(viewer, text, 5);
  return groups.find((group) => group.key === key)?.hits ?? [];
}

/** The same person without a permission. */
const without = (permission: Permission) => ({
  ...world.viewer,
  permissions: new Set([...world.viewer.permissions].filter((each) => each !== permission)),
});

test("requests are found by their path, whole or begun, by who may read the log", async () => {
  const { viewer } = world;
  for (const [at, path] of ["/v1/refunds", "/v1/refunds/re_1/cancel", "/v1/charges"].entries()) {
    logRequest({
      ...{ id: `req_${at}`, environmentId: viewer.environmentId, at: viewer.now() + at },
      ...{ method: "POST", path, status: 200, duration: 3, keyId: "key_1", apiVersion: "2026-01-28.clover" },
      ...{ address: null, userAgent: null, idempotencyKey: null, replayOf: null },
      ...{ params: {}, body: {} },
    });
  }
  await flush();
  const titles = async (text: string, asking = viewer) =>
    (await hitsOf(text, "requests", asking)).map(({ title, href }) => [title, href]);
  const refunds = [
    ["POST /v1/refunds/re_1/cancel", paths.requestLog(viewer, "req_1")],
    ["POST /v1/refunds", paths.requestLog(viewer, "req_0")],
  ];
  expect(await titles("/v1/refunds")).toEqual(refunds);
  expect(await titles("v1/ref today")).toEqual(refunds);
  expect(await titles("/v1/refunds yesterday")).toEqual([]);
  expect(await titles("refunds")).toEqual([]);
  expect(await titles("/v1/refunds", without("events:read"))).toEqual([]);
  expect(await titles("/v1/refunds", (await aWorld()).viewer)).toEqual([]);
});

test("events are looked for where a word can begin the type of one, by who may see some of that type", async () => {
  const { viewer } = world;
  await createCustomer(viewer, { name: "Sunflower" });
  const looked = vi.spyOn(eventList, "page");
  for (const word of ["sunflower", "created", "zzz"]) expect(await hitsOf(word, "events")).toEqual([]);
  expect(await hitsOf("customer.cre", "events", without("customers:read"))).toEqual([]);
  expect(looked).not.toHaveBeenCalled();
  expect(await hitsOf("customer.cre", "events")).toMatchObject([{ title: "customer.created" }]);
  looked.mockRestore();
});

test("webhook endpoints are found by address, description and status, by who may change them", async () => {
  const { viewer } = world;
  const { endpoint } = await createEndpoint(viewer, {
    url: "https://hooks.lavande.test/orders",
    description: "Packing station",
    enabledEvents: ["*"],
  });
  const found = [expect.objectContaining({ id: endpoint.id, href: paths.webhook(viewer, endpoint.id) })];
  for (const text of [
    "lavande",
    "packing sta",
    "orders status:enabled",
    endpoint.url,
    "lavande date:today",
  ]) {
    expect(await hitsOf(text, "webhooks"), text).toEqual(found);
  }
  for (const text of ["lavande status:disabled", "date:<2020", "-date:today"]) {
    expect(await hitsOf(text, "webhooks"), text).toEqual([]);
  }
  expect(await hitsOf("lavande", "webhooks", without("webhooks:write"))).toEqual([]);
  expect(await hitsOf("lavande", "webhooks", (await aWorld()).viewer)).toEqual([]);
});

test("members are found by name, email and role in the person's language, by who may know them", async () => {
  const { person, viewer } = await aMember(world, ["support_specialist"]);
  const french = { ...world.viewer, locale: "fr" as const };
  const [hit] = await hitsOf(person.email, "members");
  expect(hit).toMatchObject({ id: person.id, title: person.name, href: paths.team(world.viewer) });
  const role = hit?.detail?.split(" · ").at(-1) ?? "";
  expect((await hitsOf(`name:${person.name} "${role}"`, "members")).map(({ id }) => id)).toEqual([person.id]);
  const inFrench = (await hitsOf(person.email, "members", french))[0]?.detail?.split(" · ").at(-1) ?? "";
  expect(inFrench).not.toBe(role);
  expect((await hitsOf(inFrench, "members", french)).map(({ id }) => id)).toContain(person.id);
  expect(await hitsOf(person.email, "members", without("members:read"))).toEqual([]);
  expect(await hitsOf(person.email, "members", (await aWorld()).viewer)).toEqual([]);
  expect(viewer.permissions.size).toBeGreaterThan(0);
});

test("pages are found by their words, and not by what they are not", async () => {
  for (const key of ["settings", "reports"] as const) {
    const word = key === "settings" ? "passkey" : "volume";
    expect(await hitsOf(word, key)).not.toEqual([]);
    expect(await hitsOf(`${word} -status:failed`, key)).not.toEqual([]);
    for (const text of [
      "-status:failed",
      "-currency:usd",
      "date:<2020",
      `${word} date:<2020`,
      "-amount:>100",
    ]) {
      expect(await hitsOf(text, key), text).toEqual([]);
    }
  }
  expect(await hitsOf("date:<2020", "members")).toEqual([]);
});

test("a coupon's codes are found as customers type them, whole or begun, and lead to their page", async () => {
  const { viewer } = world;
  const coupon = await createCoupon(viewer, { name: "Quince week", percentOff: "10", duration: "once" });
  const gone = await createCoupon(viewer, { name: "Bygone", percentOff: "10", duration: "once" });
  const code = async (couponId: string, typed: string) =>
    (await createPromotionCode(viewer, { couponId, code: typed })).row.id;
  const first = await code(coupon.id, "QUINCE20");
  const second = await code(coupon.id, "QUINCE20PLUS");
  await code(gone.id, "QUINCEGONE");
  await deleteCoupon(viewer, gone.id);
  await followChanges();
  const ids = async (text: string, asking = viewer) =>
    (await hitsOf(text, "coupons", asking)).map(({ id }) => id);
  expect(await ids("quince")).toEqual([first, second, coupon.id]);
  expect(await ids("Quince20")).toEqual([first, second]);
  expect(await ids('"QUINCE20PLUS"')).toEqual([second]);
  for (const text of ["uince20", "-quince20", "quince20 week", "name:quince20"]) {
    expect(await ids(text), text).not.toContain(first);
  }
  expect((await hitsOf("quince20", "coupons"))[0]).toMatchObject({
    href: paths.promotionCode(viewer, coupon.id, first),
    title: "QUINCE20",
    detail: "Quince week",
  });
  expect(await ids("quince20", without("products:read"))).toEqual([]);
  expect(await ids("quince20", (await aWorld()).viewer)).toEqual([]);
});
