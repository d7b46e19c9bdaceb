import type Stripe from "stripe";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { find } from "#db/rows";
import { listItems, paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { concealRows } from "#lib/discretion/conceal-rows";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { findPayment } from "#lib/payments/find-payment";
import { listRequests } from "#lib/request-log/list-requests";
import { getRequest } from "#lib/request-log/queries";
import { addToDefaultList } from "#lib/value-lists/add-item";
import { entryList, type ListedEntry } from "#lib/value-lists/entry-list";
import { judgePayment } from "#lib/value-lists/judge-payment";
import { getListItem } from "#lib/value-lists/queries";
import { removeListItem } from "#lib/value-lists/remove-item";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { putOnList } from "#tests/support/value-lists";
import { aWorld } from "#tests/support/world";

let world: ApiWorld;
let stripe: Stripe;
beforeEach(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: "pm_card_visa",
    confirm: true,
    ...params,
  });

const emails = { effect: "block", subject: "email" } as const;

async function blocked(): Promise<ListedEntry[]> {
  const { query } = readQuery(entryList, fromWords(""), readingOf(world.viewer));
  const page = { direction: "older", from: null, size: 20 } as const;
  return (await entryList.page(world.viewer, query, page)).rows;
}

test("a payment refunded as fraud lists its card and blocks its emails; a test card that all tests share still pays", async () => {
  const customer = await stripe.customers.create({ email: "Thief@Example.com" });
  const paid = await pay({ customer: customer.id, receipt_email: "other@example.com" });
  await stripe.refunds.create({ payment_intent: paid.id, reason: "fraudulent" });
  const entries = await blocked();
  expect(entries.map(({ list, value }) => [list, value])).toEqual(
    expect.arrayContaining([
      ["card_fingerprint", expect.any(String)],
      ["email", "thief@example.com"],
      ["email", "other@example.com"],
    ]),
  );
  expect(entries).toHaveLength(3);
  expect(entries.every(({ paymentIntentId }) => paymentIntentId === paid.id)).toBe(true);

  await expect(pay()).resolves.toMatchObject({ status: "succeeded" });
  const byEmail = pay({ payment_method: "pm_card_mastercard", receipt_email: "THIEF@example.com" });
  await expect(byEmail).rejects.toMatchObject({ decline_code: "fraudulent" });
  const byCustomer = pay({ payment_method: "pm_card_amex", customer: customer.id });
  await expect(byCustomer).rejects.toMatchObject({ decline_code: "fraudulent" });
});

test("a charge reported as fraudulent blocks them too; a refund for another reason does not", async () => {
  const paid = await pay();
  await stripe.refunds.create({ payment_intent: paid.id, amount: 100, reason: "duplicate" });
  expect(await blocked()).toEqual([]);
  const reported = await stripe.charges.update(String(paid.latest_charge), {
    fraud_details: { user_report: "fraudulent" },
  });
  expect(reported.fraud_details).toEqual({ user_report: "fraudulent" });
  expect(await blocked()).toHaveLength(1);
  await stripe.charges.update(String(paid.latest_charge), { fraud_details: { user_report: "fraudulent" } });
  expect(await blocked()).toHaveLength(1);
});

test("a card that somebody listed never reaches the bank", async () => {
  const { latest_charge: charge } = await pay({ expand: ["latest_charge"] });
  const value = (charge as Stripe.Charge).payment_method_details?.card?.fingerprint ?? "";
  await addToDefaultList(world.viewer, { effect: "block", subject: "card_fingerprint", value });
  await expect(pay()).rejects.toMatchObject({
    statusCode: 402,
    code: "card_declined",
    decline_code: "fraudulent",
  });
  const [refused] = (await stripe.charges.list({ limit: 1 })).data;
  expect(refused).toMatchObject({
    status: "failed",
    outcome: {
      type: "blocked",
      network_status: "not_sent_to_network",
      reason: "rule",
      rule: "block_if_card_fingerprint_in_blocklist",
      risk_level: "normal",
    },
  });
  await expect(pay({ payment_method: "pm_card_mastercard" })).resolves.toMatchObject({ status: "succeeded" });
});

test("a shared test card that a payment listed counts once somebody lists it by hand, which is done once", async () => {
  const paid = await pay();
  await stripe.refunds.create({ payment_intent: paid.id, reason: "fraudulent" });
  const [listed] = await blocked();
  await expect(pay()).resolves.toMatchObject({ status: "succeeded" });
  const card = { effect: "block", subject: "card_fingerprint", value: String(listed?.value) } as const;
  const byHand = await addToDefaultList(world.viewer, card);
  expect(byHand).toMatchObject({ id: listed?.id, last4: "4242", paymentIntentId: null });
  await expect(pay()).rejects.toMatchObject({ decline_code: "fraudulent" });
  const code = "resource_already_exists";
  await expect(addToDefaultList(world.viewer, card)).rejects.toMatchObject({ facts: { code } });
  const { lines } = await listHistory(world.viewer, { text: byHand.id });
  expect(lines[0]).toMatchObject({
    before: { payment: paid.id },
    after: { fingerprint: "•••", payment: null },
  });
});

test("a list holds so much that is put there by hand, and what is called fraud beyond it", async () => {
  await addToDefaultList(world.viewer, { ...emails, value: "0@example.com" });
  await transaction(world.viewer, async ({ db, environmentId }) => {
    const { id, value, ...same } = getTableColumns(listItems);
    for (let doubled = 0; doubled < 16; doubled++) {
      const mark = sql.raw(`'${"abcdefghijklmnop"[doubled]}'`);
      const copy = {
        ...same,
        id: sql<string>`${id} || ${mark}`.as("id"),
        value: sql<string>`${mark} || ${value}`.as("value"),
      };
      const here = eq(listItems.environmentId, environmentId);
      await db.insert(listItems).select(
        db
          .select({ ...getTableColumns(listItems), ...copy })
          .from(listItems)
          .where(here),
      );
    }
  });
  const byHand = addToDefaultList(world.viewer, { ...emails, value: "eve@example.com" });
  await expect(byHand).rejects.toThrow(/50000 items at most/);
  const paid = await pay({ receipt_email: "thief@example.com" });
  await stripe.refunds.create({ payment_intent: paid.id, reason: "fraudulent" });
  const again = pay({ receipt_email: "thief@example.com" });
  await expect(again).rejects.toMatchObject({ decline_code: "fraudulent" });
});

test.each([
  ["ip_address", "203.0.113.7"],
  ["card_bin", "424242"],
  ["sepa_debit_fingerprint", "Fp8sepaAbcdef"],
  ["case_sensitive_string", "Zora Quint"],
  ["string", "zora quint"],
  ["email", "zora@quint.example"],
] as const)(
  "of a list's %s the history tells nobody anything, and the log nothing who is to be discreet",
  async (type, value) => {
    const list = await stripe.radar.valueLists.create({ alias: "own", name: "Own", item_type: type });
    const item = await stripe.radar.valueListItems.create({ value_list: list.id, value });
    const again = stripe.radar.valueListItems.create({ value_list: list.id, value });
    await expect(again).rejects.toMatchObject({ code: "resource_already_exists" });
    await stripe.radar.valueLists.list({ contains: value });
    await stripe.radar.valueListItems.list({ value_list: list.id, value });
    await stripe.radar.valueListItems.del(item.id);
    const { lines: kept } = await listHistory(world.viewer, { text: item.id });
    expect(kept.map(({ action }) => action)).toEqual(["value_list.removed", "value_list.added"]);
    expect(JSON.stringify(kept)).not.toContain(value);
    const told = async (viewer: Viewer) => {
      const { lines } = await listHistory(viewer, { text: item.id });
      const { rows } = await listRequests(viewer, {
        filter: {},
        page: { direction: "older", from: null, size: 10 },
      });
      return JSON.stringify([lines, await Promise.all(rows.map(({ id }) => getRequest(viewer, id)))]);
    };
    expect((await told(world.viewer)).split(value)).toHaveLength(1 + 5);
    expect(await told({ ...world.viewer, conceal: concealRows })).not.toContain(value);
  },
);

test("entries are added and taken off by hand; what is off the list pays again", async () => {
  const entry = await addToDefaultList(world.viewer, { ...emails, value: " Eve@Example.com " });
  expect(entry).toMatchObject({ value: "eve@example.com", paymentIntentId: null });
  await expect(pay({ receipt_email: "eve@example.com" })).rejects.toMatchObject({ statusCode: 402 });
  await removeListItem(world.viewer, entry.id);
  await expect(pay({ receipt_email: "eve@example.com" })).resolves.toMatchObject({ status: "succeeded" });
  for (const [subject, value, code] of [
    ["email", "nobody", "email_invalid"],
    ["card_fingerprint", "4242 4242", "fingerprint_invalid"],
    ["card_country", "France", "country_invalid"],
    ["customer_id", "eve", "customer_invalid"],
    ["card_bin", "4242", "bin_invalid"],
    ["client_ip_address", "203.0.113", "ip_address_invalid"],
    ["client_ip_country", "Neverland", "country_invalid"],
  ] as const) {
    await expect(addToDefaultList(world.viewer, { effect: "allow", subject, value })).rejects.toMatchObject({
      facts: { code },
    });
  }
});

test("who may not change the lists does not, and another business's are not there", async () => {
  const entry = await addToDefaultList(world.viewer, { ...emails, value: "eve@example.com" });
  const other = await aWorld();
  const reader = other.viewerWith(["refund_analyst"]);
  expect(() => addToDefaultList(reader, { ...emails, value: "a@b.c" })).toThrow(/allow_list:write/);
  expect(() => removeListItem(reader, entry.id)).toThrow(/allow_list:write/);
  await expect(getListItem(other.viewerWith(["iam_admin"]), entry.id)).rejects.toThrow(/radar:read/);
  await expect(getListItem(other.viewer, entry.id)).rejects.toMatchObject({ facts: { status: 404 } });
  await expect(removeListItem(other.viewer, entry.id)).rejects.toMatchObject({ facts: { status: 404 } });
});

test.each([
  ["email_domain_blocklist", "Throwaway.example", { receipt_email: "eve@throwaway.example" }],
  ["card_country_blocklist", "us", {}],
  ["charge_description_blocklist", "gift card", { description: "Gift card" }],
  ["card_bin_blocklist", "424242", {}],
  ["card_bin_blocklist", "42424242", {}],
])("a payment is kept from the bank by %s", async (alias, value, params) => {
  await putOnList(stripe, alias, value);
  await expect(pay(params)).rejects.toMatchObject({ decline_code: "fraudulent" });
});

test("a customer's address is judged by where their own browser confirms, never by where a server does", async () => {
  await putOnList(stripe, "client_ip_address_blocklist", "::ffff:127.0.0.1");
  await expect(pay()).resolves.toMatchObject({ status: "succeeded" });
  const browser = aClient(world, await aKey(world, "publishable"));
  const confirm = async () => {
    const { id, client_secret: secret } = await pay({ confirm: false });
    const proof: object = { client_secret: String(secret) };
    return browser.paymentIntents.confirm(id, proof);
  };
  await expect(confirm()).rejects.toMatchObject({ decline_code: "fraudulent" });
  const [refused] = (await stripe.charges.list({ limit: 1 })).data;
  expect(refused?.outcome).toMatchObject({ rule: "block_if_client_ip_address_in_blocklist" });
  await putOnList(stripe, "card_bin_allowlist", "424242");
  await expect(confirm()).resolves.toMatchObject({ status: "succeeded" });
});

test("an address counts however it is written, and its country where an address database is installed", async () => {
  const { id: paymentId } = await pay({ confirm: false });
  const judged = (address: string) =>
    transaction(world.viewer, async (tx) => {
      const intent = await findPayment(tx, paymentId);
      const method = await find(tx, paymentMethods, String(intent.paymentMethodId));
      return method && (await judgePayment(tx, intent, method, address)).blockedBy;
    });
  await putOnList(stripe, "client_ip_address_blocklist", "2001:DB8:0:0:0:0:0:1");
  expect(await judged("2001:db8::1")).toBe("block_if_client_ip_address_in_blocklist");
  await putOnList(stripe, "client_ip_address_blocklist", "fe80::1%eth0");
  expect(await judged("FE80::1%wlan0")).toBe("block_if_client_ip_address_in_blocklist");
  const linked = await stripe.radar.valueLists.list({ contains: "fe80::1%eth0" });
  expect(linked.data.map(({ alias }) => alias)).toEqual(["client_ip_address_blocklist"]);
  await putOnList(stripe, "client_ip_country_blocklist", "fr");
  expect(await judged("192.0.2.7")).toBeNull();
  const installed = Symbol.for("comptoir.address database");
  Reflect.set(globalThis, installed, { reader: { get: () => ({ country: { iso_code: "FR" } }) } });
  try {
    expect(await judged("192.0.2.7")).toBe("block_if_client_ip_country_in_blocklist");
  } finally {
    Reflect.deleteProperty(globalThis, installed);
  }
});

test("what is on an allow list passes, whatever a block list, its risk or a review say of it", async () => {
  const customer = await stripe.customers.create({ email: "regular@example.com" });
  const byCustomer = { customer: customer.id, expand: ["latest_charge"] };
  await putOnList(stripe, "email_blocklist", "regular@example.com");
  await expect(pay(byCustomer)).rejects.toMatchObject({ decline_code: "fraudulent" });
  await putOnList(stripe, "customer_id_allowlist", customer.id);
  const rule = "allow_if_customer_id_in_allowlist";
  for (const card of ["pm_card_visa", "pm_card_riskLevelHighest", "pm_card_riskLevelElevated"]) {
    const { latest_charge: charge } = await pay({ ...byCustomer, payment_method: card });
    expect(charge).toMatchObject({ review: null, outcome: { type: "authorized", reason: "rule", rule } });
  }
  const always = pay({ ...byCustomer, payment_method: "pm_card_radarBlock" });
  await expect(always).rejects.toMatchObject({ decline_code: "fraudulent" });
});
