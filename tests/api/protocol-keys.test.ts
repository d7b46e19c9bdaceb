import { beforeAll, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { auditLines } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { day, hour } from "#lib/clock";
import { createKey } from "#lib/keys/create-key";
import { getKey } from "#lib/keys/queries";
import { revokeKey } from "#lib/keys/revoke-key";
import { rollKey } from "#lib/keys/roll-key";
import { scopeOf } from "#lib/keys/scopes";
import { updateKey } from "#lib/keys/update-key";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";
import { later } from "#tests/support/world";

let world: ApiWorld;

beforeAll(async () => {
  world = await anApiWorld();
});

/** What the API says to a request with this key from an address, as a proxy in front would name it. */
function ask(key: string, { from, path = "/v1/customers" }: { from?: string; path?: string } = {}) {
  const forwarded: Record<string, string> = from === undefined ? {} : { "X-Forwarded-For": from };
  return rawRequest(world, { path, headers: { Authorization: `Bearer ${key}`, ...forwarded } });
}

describe("a key restricted to kinds of objects", () => {
  const scopes = [scopeOf("customer", "read"), scopeOf("event", "read"), scopeOf("charge", "read")];

  test("reads them, and neither writes them nor reads others", async () => {
    const client = aClient(world, await aKey(world, "restricted", scopes));
    expect((await client.customers.list()).data).toEqual([]);
    await expect(client.customers.create({})).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringContaining("Having the 'rak_customer_write' permission"),
    });
    // The same permission of the account covers charges and payment intents; the key has the one kind only.
    await expect(client.paymentIntents.list()).rejects.toMatchObject({
      message: expect.stringContaining("Having the 'rak_payment_intent_read' permission"),
    });
  });

  test("to write is to read", async () => {
    const client = aClient(world, await aKey(world, "restricted", [scopeOf("product", "write")]));
    const { id } = await client.products.create({ name: "Soap" });
    expect((await client.products.retrieve(id)).name).toBe("Soap");
  });

  test("what it may not see is not shown inside what it may, nor in events", async () => {
    const payment = await world.stripe.paymentIntents.create({
      amount: 900,
      currency: "eur",
      payment_method: "pm_card_visa",
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    const client = aClient(world, await aKey(world, "restricted", scopes));
    const charge = String(payment.latest_charge);
    expect((await client.charges.retrieve(charge)).id).toBe(charge);
    await expect(client.charges.retrieve(charge, { expand: ["payment_intent"] })).rejects.toMatchObject({
      statusCode: 403,
    });
    const types = (await client.events.list({ limit: 100 })).data.map(({ type }) => type);
    expect(types).toContain("charge.succeeded");
    expect(types.filter((type) => type.startsWith("payment_intent."))).toEqual([]);
    const [hidden] = (await world.stripe.events.list({ type: "payment_intent.succeeded" })).data;
    await expect(client.events.retrieve(String(hidden?.id))).rejects.toMatchObject({ statusCode: 404 });
  });

  test("what it may not see is not there for the asking", async () => {
    const { id } = await world.stripe.customers.create({
      tax_id_data: [{ type: "eu_vat", value: "FR12345678901" }],
    });
    const client = aClient(world, await aKey(world, "restricted", [...scopes, scopeOf("tax_id", "read")]));
    for (const [field, kind] of [
      ["cash_balance", "cash_balance"],
      ["sources", "customer_source"],
    ] as const) {
      await expect(client.customers.retrieve(id, { expand: [field] })).rejects.toMatchObject({
        statusCode: 403,
        message: expect.stringContaining(`Having the '${scopeOf(kind, "read")}' permission`),
      });
      expect(await world.stripe.customers.retrieve(id, { expand: [field] })).toHaveProperty(field);
    }
    expect(await client.customers.retrieve(id, { expand: ["tax_ids"] })).toMatchObject({
      tax_ids: { data: [{ value: "FR12345678901" }] },
    });
    const charge = await world.stripe.charges.create({ amount: 900, currency: "eur", source: "tok_visa" });
    await expect(client.charges.retrieve(charge.id, { expand: ["refunds"] })).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  test("an event is judged by what it carries, not by what it is named after", async () => {
    const { id: customer } = await world.stripe.customers.create({});
    await world.stripe.customers.createTaxId(customer, { type: "eu_vat", value: "FR12345678901" });
    const charge = await world.stripe.charges.create({ amount: 900, currency: "eur", source: "tok_visa" });
    const refund = await world.stripe.refunds.create({ charge: charge.id });
    await world.stripe.refunds.update(refund.id, { metadata: { order: "6735" } });
    await world.stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
    const heard = async (kinds: string[]) => {
      const given = ["event", ...kinds].map((kind) => scopeOf(kind, "read"));
      const client = aClient(world, await aKey(world, "restricted", given));
      return new Set((await client.events.list({ limit: 100 })).data.map(({ type }) => type));
    };

    const [first, second] = [await heard(["charge", "customer"]), await heard(["refund", "tax_id"])];
    expect([...first]).toEqual(expect.arrayContaining(["charge.refunded", "customer.created"]));
    expect([...second]).toEqual(expect.arrayContaining(["charge.refund.updated", "customer.tax_id.created"]));
    expect([...first].filter((type) => second.has(type))).toEqual([]);
    expect(await heard(["test_helpers.test_clock"])).toEqual(new Set(["test_helpers.test_clock.created"]));
  });

  test("a kind there is not cannot be given", async () => {
    const wrong = createKey(world.viewer, {
      kind: "restricted",
      name: "Shop",
      permissions: ["rak_gold_read"],
    });
    await expect(wrong).rejects.toMatchObject({ facts: { param: "permissions" } });
  });
});

describe("a key that is allowed from some addresses", () => {
  test.each([
    ["203.0.113.7", 200],
    ["203.0.113.255", 200],
    ["::ffff:203.0.113.9", 200],
    ["203.0.114.1", 403],
    ["2001:db8:0:1::5", 200],
    ["2001:db9::1", 403],
    ["198.51.100.4", 200],
    ["nowhere", 403],
  ])("from %s: %i", async (from, status) => {
    const { text } = await createKey(world.viewer, {
      kind: "secret",
      name: "Fenced",
      addresses: ["203.0.113.0/24", "2001:db8::/32", "198.51.100.4"],
    });
    expect((await ask(text, { from })).status).toBe(status);
  });

  test("is asked at each request: what is changed counts at once", async () => {
    const { key, text } = await createKey(world.viewer, { kind: "secret", name: "Moving" });
    expect((await ask(text, { from: "192.0.2.1" })).status).toBe(200);
    await updateKey(world.viewer, { id: key.id, name: "Moving", addresses: ["192.0.2.2"] });
    const refused = await ask(text, { from: "192.0.2.1" });
    expect(refused.status).toBe(403);
    expect(String(refused.error.message)).toContain("192.0.2.1");
    expect((await ask(text, { from: "192.0.2.2" })).status).toBe(200);
  });

  test.each([["10.0.0.0/33"], ["2001:db8::/129"], ["here"], ["10.0.0.1/"]])(
    "%s is no address",
    async (entry) => {
      const wrong = createKey(world.viewer, { kind: "secret", name: "Shop", addresses: [entry] });
      await expect(wrong).rejects.toMatchObject({ facts: { param: "addresses" } });
    },
  );

  test("a browser's key is not for that", async () => {
    const wrong = createKey(world.viewer, { kind: "publishable", name: "Shop", addresses: ["10.0.0.1"] });
    await expect(wrong).rejects.toMatchObject({ facts: { param: "addresses" } });
  });
});

describe("rolling a key", () => {
  test("makes one that may do the same, while the old one goes on for the time chosen", async () => {
    const { key, text } = await createKey(world.viewer, {
      kind: "restricted",
      name: "Shop",
      permissions: [scopeOf("customer", "read")],
      addresses: ["127.0.0.1"],
    });
    const rolled = await rollKey(world.viewer, { id: key.id, overlapHours: 4 });
    expect(rolled.text).toMatch(/^rk_test_/);
    expect(rolled.key).toMatchObject({
      name: "Shop",
      permissions: ["rak_customer_read"],
      allowedAddresses: ["127.0.0.1"],
      expiresAt: null,
    });
    for (const each of [text, rolled.text]) expect((await ask(each)).status).toBe(200);
    const old = await getKey(world.viewer, key.id);
    expect(old.replacedBy).toBe(rolled.key.id);
    expect(Number(old.expiresAt) - world.viewer.now()).toBeGreaterThan(3.9 * hour);
    expect(Number(old.expiresAt) - world.viewer.now()).toBeLessThanOrEqual(4 * hour);
  });

  test("at once, the old one is refused", async () => {
    const { key, text } = await createKey(world.viewer, { kind: "secret", name: "Leaked" });
    const rolled = await rollKey(world.viewer, { id: key.id, overlapHours: 0 });
    expect((await ask(text)).error).toMatchObject({ code: "api_key_expired" });
    expect((await ask(rolled.text)).status).toBe(200);
  });

  test("does not prolong one that ends by itself: neither the old one nor the new one works longer", async () => {
    const expiresAt = world.viewer.now() + hour;
    const { key } = await createKey(world.viewer, { kind: "secret", name: "Short", expiresAt });
    const { key: next, old } = await rollKey(world.viewer, { id: key.id, overlapHours: 24 });
    expect([old.expiresAt, next.expiresAt]).toEqual([expiresAt, expiresAt]);
  });

  test("is done once, by whoever manages keys, to a key of this environment that works", async () => {
    const { key } = await createKey(world.viewer, {
      kind: "secret",
      name: "Once",
      expiresAt: world.viewer.now() + day,
    });
    const other = await anApiWorld();
    const roll = { id: key.id, overlapHours: 1 };
    await expect(rollKey(other.viewer, roll)).rejects.toMatchObject({ facts: { status: 404 } });
    await expect(rollKey(world.viewerWith(["view_only"]), roll)).rejects.toMatchObject({
      facts: { status: 403 },
    });
    await expect(rollKey(later(world.viewer, 2 * day), roll)).rejects.toMatchObject({
      facts: { status: 409 },
    });
    await expect(rollKey(world.viewer, { ...roll, overlapHours: 1000 })).rejects.toMatchObject({
      facts: { param: "overlapHours" },
    });
    await rollKey(world.viewer, roll);
    await expect(rollKey(world.viewer, roll)).rejects.toMatchObject({ facts: { status: 409 } });
  });

  test("is written to the audit log, without either key", async () => {
    const { key, text } = await createKey(world.viewer, { kind: "secret", name: "Told" });
    const rolled = await rollKey(world.viewer, { id: key.id, overlapHours: 1 });
    const lines = await transaction(world.viewer, (tx) =>
      tx.db.select().from(auditLines).where(eq(auditLines.subject, key.id)),
    );
    expect(lines.map(({ action }) => action)).toEqual(["key.created", "key.rolled"]);
    expect(JSON.stringify(lines)).not.toContain(text);
    expect(JSON.stringify(lines)).not.toContain(rolled.text);
  });
});

test("a key is changed in its own environment, by whoever manages keys, while it works", async () => {
  const { key } = await createKey(world.viewer, { kind: "secret", name: "Mine" });
  const other = await anApiWorld();
  const change = { id: key.id, name: "Theirs" };
  await expect(updateKey(other.viewer, change)).rejects.toMatchObject({ facts: { status: 404 } });
  await revokeKey(world.viewer, key.id);
  await expect(updateKey(world.viewer, change)).rejects.toMatchObject({ facts: { status: 409 } });
  await expect(updateKey(world.viewerWith(["view_only"]), change)).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
