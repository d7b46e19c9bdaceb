import { beforeAll, expect, test, vi } from "vitest";
import { globalTransaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createCoupon } from "#lib/coupons/create-coupon";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { updateCustomer } from "#lib/customers/update-customer";
import { maskRoles } from "#lib/discretion/masked-roles";
import { deleteNote } from "#lib/notes/delete-note";
import { writeNote } from "#lib/notes/write-note";
import { attachPaymentMethod } from "#lib/payment-methods/attach-payment-method";
import { detachPaymentMethod } from "#lib/payment-methods/detach-payment-method";
import { updatePaymentMethod } from "#lib/payment-methods/update-payment-method";
import { createProduct } from "#lib/products/create-product";
import { createPrice } from "#lib/prices/create-price";
import { refundPayment } from "#lib/refunds/refund-payment";
import { followChanges } from "#lib/search/index/follow-changes";
import { followRenamed, noteRenamed } from "#lib/search/index/follow-renamed";
import { startIndexer } from "#lib/search/index/follower";
import { type GroupKey, searchEverything, searchGroup } from "#lib/search/search";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function found(text: string, viewer: Viewer = world.viewer): Promise<GroupKey[]> {
  await followChanges();
  return (await searchEverything(viewer, text, 5)).groups.map(({ key }) => key);
}

/** A customer with a payment, part of it refunded, and another that is disputed. */
async function aCustomer(name: string, email: string) {
  const { viewer } = world;
  const { id } = await createCustomer(viewer, { name, email });
  const { id: paymentId } = await aPayment(viewer, { customerId: id });
  await refundPayment(viewer, { paymentId, amount: 100 });
  await aPayment(viewer, { customerId: id, paymentMethodId: "pm_card_createDispute" });
  return id;
}

const everywhere: GroupKey[] = ["payments", "customers", "refunds", "disputes"];

test("what comes of a payment is found by whom it is from, as they are called now", async () => {
  const { viewer } = world;
  const id = await aCustomer("Odile Vasseur", "odile@vasseur.test");
  for (const text of ["odile", "email:odile@vasseur.test", 'name:"odile vasseur"', `customer:${id}`]) {
    expect(await found(text), text).toEqual(everywhere);
  }
  await updateCustomer(viewer, { id, name: "Odile Lambert", email: "odile@lambert.test" });
  expect(await found("vasseur")).toEqual([]);
  expect(await found("lambert")).toEqual(everywhere);
  await deleteCustomer(viewer, id);
  expect(await found("lambert")).toEqual([]);
  expect(await found(`customer:${id}`)).toEqual(["payments", "refunds", "disputes"]);
});

test("who has very many payments and another name holds nobody up: each call indexes some, the newest first", async () => {
  const { viewer } = world;
  const { id } = await createCustomer(viewer, { name: "Ursule Bonnard" });
  const paid: string[] = [];
  for (let at = 0; at < 5; at++) paid.push((await aPayment(viewer, { customerId: id })).id);
  await followChanges();
  await updateCustomer(viewer, { id, name: "Ursule Delatour" });
  const theirs = async () => {
    const { page } = await searchGroup(viewer, "delatour", { key: "payments", limit: 20 });
    return page.hits.map((hit) => hit.id);
  };
  await globalTransaction((tx) =>
    noteRenamed(tx, [{ environmentId: viewer.environmentId, kind: "customer", objectId: id }]),
  );
  const newestFirst = paid.toReversed();
  for (const known of [2, 4, 5]) {
    expect(await followRenamed(2)).toBe(known === 5 ? 1 : 2);
    expect(await theirs()).toEqual(newestFirst.slice(0, known));
  }
  expect(await followRenamed(2)).toBe(0);
  await followChanges();
  expect(await theirs()).toEqual(newestFirst);
});

test("who becomes another is found as that one, with all they paid", async () => {
  const fromId = await aCustomer("Basile Ferrand", "basile@ferrand.test");
  const { id: intoId } = await createCustomer(world.viewer, {
    name: "Bazile Ferrand",
    email: "bazile@ferrand.test",
  });
  await mergeCustomers(world.viewer, { intoId, fromId });
  expect(await found("basile")).toEqual([]);
  expect(await found("bazile")).toEqual(everywhere);
});

test("a customer is found by the cards that are kept for them, as long as they are", async () => {
  const { viewer } = world;
  const { id: customerId } = await createCustomer(viewer, { name: "Perrine Caron" });
  const card = await attachPaymentMethod(viewer, { customerId, paymentMethodId: "pm_card_amex" });
  for (const text of [
    "last4:0005",
    "0005",
    "brand:amex",
    "has:payment_method type:card",
    "-brand:visa perrine",
  ]) {
    expect(await found(text), text).toContain("customers");
  }
  await updatePaymentMethod(viewer, {
    id: card.id,
    card: { expMonth: 7, expYear: 2055 },
    billingDetails: { name: "Capucine Caron" },
  });
  expect(await found("exp:07/55")).toEqual(["customers"]);
  expect(await found("name:capucine")).toEqual(["customers"]);
  await detachPaymentMethod(viewer, card.id);
  expect(await found("last4:0005")).toEqual([]);
  expect(await found("perrine -has:payment_method")).toEqual(["customers"]);
});

test("what colleagues wrote about is found as such, as long as the note is there, also after a merge", async () => {
  const { viewer } = await aMember(world, ["admin"]);
  const customerId = await aCustomer("Honorine Picard", "honorine@picard.test");
  const noted = async () => (await found("honorine has:note")).sort();
  expect(await noted()).toEqual([]);
  const idOf = async (key: GroupKey) =>
    (await searchGroup(viewer, "honorine", { key, limit: 1 })).page.hits[0]?.id ?? "";
  const subjects = [
    { kind: "customer", id: customerId },
    { kind: "payment", id: await idOf("payments") },
    { kind: "dispute", id: await idOf("disputes") },
  ] as const;
  const written = [];
  for (const subject of subjects) written.push(await writeNote(viewer, { subject, text: "Rang twice" }));
  expect(await noted()).toEqual(["customers", "disputes", "payments"]);
  const { id: intoId } = await createCustomer(viewer, { name: "Honorine Picot" });
  await mergeCustomers(viewer, { intoId, fromId: customerId });
  expect(await found("picot has:note")).toEqual(["payments", "customers", "disputes"]);
  for (const { id } of written) await deleteNote(viewer, id);
  expect(await found("picot has:note")).toEqual([]);
});

test("names are found as people write them who have no keys for their letters, and parts of those without spaces", async () => {
  const { viewer } = world;
  const named: [name: string, typed: string[]][] = [
    ["Cœur de Bœuf", ["coeur", "bœuf", '"coeur de boeuf"', "name:COEUR"]],
    ["Łukasz Øster", ["lukasz", "øster", "name:lukasz"]],
    ["Kurt Weißmann", ["weissmann", "WEISSMANN", "weißmann"]],
    ["山田太郎", ["山田", "太郎", '"山田太郎"', "name:太郎"]],
    ["ヨーロッパ Taro7電器", ["ーロッ", "taro7", "電器"]],
    ["박지민", ["박지"]],
  ];
  for (const [name] of named) await createCustomer(viewer, { name });
  await followChanges();
  for (const [name, typed] of named) {
    for (const text of typed) {
      const { page } = await searchGroup(viewer, text, { key: "customers", limit: 5 });
      expect(
        page.hits.map(({ title }) => title),
        text,
      ).toEqual([name]);
    }
  }
  expect(await found("郎太")).toEqual([]);
});

test("who is to be discreet finds them by what they know whole, and who may not know payers not at all", async () => {
  await aCustomer("Ghislaine Roche", "ghislaine@roche.test");
  await maskRoles(world.viewer, { roles: ["developer"] });
  const masked = { ...world.viewer, conceal: (await aMember(world, ["developer"])).viewer.conceal };
  expect(await found("ghislaine@roche.test", masked)).toEqual(everywhere);
  expect(await found("ghislaine roche", masked)).toEqual(everywhere);
  for (const text of ["ghislaine", "email:ghislaine", 'name:gh -"ghislaine roche a b"']) {
    expect(await found(text, masked), text).toEqual([]);
  }
  const { groups } = await searchEverything(masked, "ghislaine@roche.test", 5);
  expect(JSON.stringify(groups).toLowerCase()).not.toMatch(/ghislaine@|hislaine roche/);
  const blind: Viewer = {
    ...world.viewer,
    permissions: new Set(["payments:read", "disputes:read"] as const),
  };
  for (const text of ["ghislaine", "email:ghislaine", "name:ghislaine"]) {
    expect(await found(text, blind), text).toEqual([]);
  }
});

test("an amount is found in every currency it stands in", async () => {
  const { viewer } = world;
  const product = await createProduct(viewer, { name: "Quince" });
  await createPrice(viewer, {
    productId: product.id,
    currency: "eur",
    unitAmount: "7777",
    currencyOptions: { usd: { unitAmount: "8888" } },
  });
  const percent = { name: "Off", duration: "once" as const };
  await createCoupon(viewer, {
    ...percent,
    amountOff: 6666,
    currency: "eur",
    currencyOptions: { usd: 5555 },
  });
  expect(await found("amount:77.77")).toEqual(["prices"]);
  expect(await found("amount:88.88 currency:usd")).toEqual(["prices"]);
  expect(await found("amount:55.55 currency:usd")).toEqual(["coupons"]);
});

test("what was just written is found within a second", async () => {
  const { viewer } = world;
  const { stop } = startIndexer();
  const took: number[] = [];
  // Whatever else the machine does meanwhile: the quickest of some says how long it takes.
  for (const name of ["Mirabelle", "Reineclaude", "Quetsche"]) {
    await createProduct(viewer, { name });
    const written = performance.now();
    const groups = async () => (await searchEverything(viewer, name, 5)).groups.map(({ key }) => key);
    await vi.waitFor(async () => expect(await groups()).toEqual(["products"]), 10_000);
    took.push(performance.now() - written);
  }
  await stop();
  expect(Math.min(...took)).toBeLessThan(1000);
});

test("all of it is indexed as it is", async () => {
  await followChanges();
  expect((await verifyAll()).problems).toEqual([]);
});
