import { beforeAll, describe, expect, test } from "vitest";
import { mails } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { getCustomer } from "#lib/customers/queries";
import { updateCustomer } from "#lib/customers/update-customer";
import { concealObject } from "#lib/discretion/conceal";
import { maskRoles } from "#lib/discretion/masked-roles";
import { reveal, viewerOn } from "#lib/discretion/reveal";
import { eventsOfPayment } from "#lib/events/queries";
import { mailDataset } from "#lib/exports/datasets/mails";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { mailList } from "#lib/mail/mail-list";
import { createPayment } from "#lib/payments/create-payment";
import { findPayment } from "#lib/payments/find-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { followChanges } from "#lib/search/index/follow-changes";
import { explain, searchEverything } from "#lib/search/search";
import { aPayment } from "#tests/support/money";
import { aMember, viewerIn } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

const email = "ines.moreau@lavande.example";
const address = {
  line1: "7 rue des Lilas",
  line2: null,
  city: "Lyon",
  postal_code: "69003",
  state: null,
  country: "FR",
};
const clear = ["ines.moreau", "Inès", "Moreau", "rue des Lilas", "69003", "612345678", "4242"];

let world: World;
let masked: Viewer;
let customerId: string;
let paymentId: string;

beforeAll(async () => {
  world = await aWorld();
  const shipping = { name: "Inès Moreau", phone: "+33 612345678", address };
  const customer = await createCustomer(world.viewer, {
    ...{ name: "Inès Moreau", email, phone: "+33 612345678", address, shipping },
    metadata: { contact: `ask ${email}` },
  });
  const payment = await aPayment(world.viewer, { customerId: customer.id, receiptEmail: email, shipping });
  [customerId, paymentId] = [customer.id, payment.id];
  await sendReceipt(world.viewer, { paymentIntentId: payment.id, to: [email] });
  await followChanges();
  await maskRoles(world.viewer, { roles: ["developer"] });
  masked = (await aMember(world, ["developer"])).viewer;
});

function expectHidden(shown: unknown): void {
  const text = JSON.stringify(shown);
  expect(clear.filter((value) => text.includes(value))).toEqual([]);
}

describe("who is to be discreet", () => {
  test("sees that there is a customer, and not who", async () => {
    const customer = await getCustomer(masked, customerId);
    expect(customer).toMatchObject({ id: customerId, name: "I••• M•••", email: "i•••@•••" });
    expect(customer.address?.country).toBe("FR");
    expectHidden(customer);
    expectHidden(await getPaymentStory(masked, paymentId));
    expectHidden(await eventsOfPayment(masked, paymentId));
    expectHidden(await listHistory(masked, {}));
  });

  test("finds a customer by their whole email, still hidden", async () => {
    const { groups, query } = await searchEverything(masked, email, 5);
    expect(groups.map(({ key }) => key)).toContain("customers");
    expectHidden(groups.map(({ hits }) => hits));
    expect(groups.find(({ key }) => key === "customers")?.hits).toMatchObject([{ id: customerId }]);
    const [asked, ...rules] = explain(masked, query).understood;
    expect(asked).toContain(email);
    expect(rules).toEqual([expect.stringMatching(/typed whole, and stay hidden/)]);
  });

  test.each([
    ["ines.mor", 0],
    ["moreau", 0],
    ["email:ines.moreau@lavande.exampl", 0],
    ["+33 61234567", 0],
    ["424", 0],
    ["Lyo", 0],
    ['name:i -"zz ines irene isabelle moreau martin petit"', 0],
    ["INES MOREAU", 1],
    ["+33 612345678", 1],
    ["4242", 1],
  ])("learns nothing a letter at a time: %s", async (text, found) => {
    const { groups } = await searchEverything(masked, text, 5);
    const hits = groups.flatMap((group) => group.hits.map(({ id }) => id));
    expect(hits.some((id) => id === customerId || id === paymentId)).toBe(found === 1);
  });

  test("finds the mails of somebody by their whole address alone", async () => {
    const found = async (viewer: Viewer, q: string) => {
      const { query } = readQuery(mailList, { q }, readingOf(viewer));
      const { rows } = await mailList.page(viewer, query, { direction: "older", from: null, size: 25 });
      return rows.map(({ to }) => to);
    };
    const discreet = { ...world.viewer, conceal: masked.conceal };
    for (const part of ["ines.m", "lavande.example", email.slice(0, -1)]) {
      expect(await found(world.viewer, part)).toEqual([email]);
      expect(await found(discreet, part)).toEqual([]);
    }
    expect(await found(discreet, email.toUpperCase())).toEqual(["i•••@•••"]);
    expect(await found(discreet, "receipt")).toEqual(["i•••@•••"]);
    const handle = await reader(discreet);
    const narrowed = await mailDataset.narrow(discreet, { q: "ines.m" });
    expect(await handle.db.select({ id: mails.id }).from(mails).where(narrowed)).toEqual([]);
  });

  test("reads the same inside expressions, joins and prepared statements", async () => {
    const handle = await reader(masked);
    const payment = await findPayment(handle, paymentId);
    expectHidden(payment);
    expect(await transaction(masked, (tx) => findPayment(tx, paymentId))).toMatchObject({
      receiptEmail: email,
    });
  });

  test("sends a receipt to the customer it belongs to, and opens none", async () => {
    const here = { ...masked, permissions: world.viewer.permissions };
    const send = (to: string) => sendReceipt(here, { paymentIntentId: paymentId, to: [to] });
    await expect(send("agent@elsewhere.example")).rejects.toMatchObject({
      facts: { code: "receipt_elsewhere", param: "to" },
    });
    await updateCustomer(here, { id: customerId, email: "agent@own.example" });
    await expect(send("agent@own.example")).rejects.toMatchObject({ facts: { code: "receipt_elsewhere" } });
    const toThemselves = { amount: 900, currency: "eur", customerId, receiptEmail: "agent@own.example" };
    await expect(createPayment(here, toThemselves, null)).rejects.toMatchObject({
      facts: { code: "receipt_hidden", param: "receipt_email" },
    });
    const unsaid = await aPayment(world.viewer, { customerId });
    await expect(sendReceipt(here, { paymentIntentId: unsaid.id, to: [] })).rejects.toMatchObject({
      facts: { code: "receipt_elsewhere" },
    });
    const [known] = await sendReceipt(here, { paymentIntentId: paymentId, to: [] });
    expect(known?.to).toBe(email);
    await updateCustomer(here, { id: customerId, email });
    expect(await send("Ines.Moreau@lavande.example")).toHaveLength(1);
    const told = JSON.stringify([
      await getPaymentStory(here, paymentId),
      await eventsOfPayment(here, paymentId),
    ]);
    const { attempts } = await getPaymentStory(world.viewer, paymentId);
    expect(told).not.toContain(attempts[0]?.receiptToken);
  });

  test("sees one thing whole for a quarter of an hour, for a reason that is kept", async () => {
    await expect(
      reveal({ ...masked, environmentId: -1 }, { kind: "customer", id: customerId, reason: "x" }),
    ).rejects.toMatchObject({ facts: { status: 404 } });
    await reveal(masked, { kind: "customer", id: customerId, reason: "On the phone" });
    const page = `customers/${customerId}`;
    expect((await getCustomer(await viewerOn(masked, page), customerId)).email).toBe(email);
    expectHidden(await getCustomer(await viewerOn(masked, "customers"), customerId));
    expectHidden(await getCustomer(await viewerOn(later(masked, 16 * minute), page), customerId));
    const { lines } = await listHistory(world.viewer, { text: customerId });
    expect(lines.find(({ action }) => action === "personal.revealed")).toMatchObject({
      actor: { id: masked.actor.id },
      after: { kind: "customer", reason: "On the phone" },
    });
  });
});

describe("discretion", () => {
  test("spares who has another role too, the owner, and other environments", async () => {
    for (const member of [
      await aMember(world, ["developer", "analyst"]),
      await aMember(world, [], { owner: true }),
    ]) {
      expect(member.viewer.conceal).toBeUndefined();
    }
    const elsewhere = await aMember(await aWorld(), ["developer"]);
    expect(elsewhere.viewer.conceal).toBeUndefined();
  });

  test("is set by administrators, and holds from the next page on", async () => {
    const here = await aWorld();
    const { person } = await aMember(here, ["view_only"]);
    expect(() => maskRoles(here.viewerWith(["developer"]), { roles: ["view_only"] })).toThrow(/limits:write/);
    await maskRoles(here.viewer, { roles: ["view_only"] });
    expect((await viewerIn(here.environment.slug, person))?.conceal).toBeDefined();
    await maskRoles(here.viewer, { roles: [] });
    expect((await viewerIn(here.environment.slug, person))?.conceal).toBeUndefined();
  });
});

test("the bodies of calls are hidden by the names of their members", () => {
  const body = {
    object: "payment_intent",
    receipt_email: email,
    description: `For ${email}`,
    shipping: { name: "Inès Moreau", address },
    payment_method_details: { card: { brand: "visa", last4: "4242", exp_month: 4, exp_year: 2031 } },
  };
  const file = { object: "file", url: "/contents", links: { data: [{ object: "file_link", url: "/open" }] } };
  expect(concealObject(file, null)).toMatchObject({ url: "/contents", links: { data: [{ url: "•••" }] } });
  const shown = concealObject(body, null);
  expectHidden(shown);
  expect(shown).toMatchObject({
    description: "For i•••@•••",
    shipping: { name: "I••• M•••", address: { country: "FR" } },
    payment_method_details: { card: { brand: "visa", exp_month: null, exp_year: null } },
  });
});

test("what a bank is written about a customer is hidden, as a letter or as a field", () => {
  const evidence = {
    uncategorized_text: "Inès Moreau ordered it on Monday.",
    access_activity_log: "Moreau signed in from 192.0.2.7",
    product_description: `Lamp, sent to ${email}`,
    cancellation_rebuttal: "She rang from +33 612345678",
    service_date: "2026-11-02",
  };
  const event = { type: "charge.dispute.updated", data: { object: { object: "dispute", evidence } } };
  const shown = concealObject(event, null);
  expectHidden(shown);
  expect(shown).toMatchObject({
    data: {
      object: {
        evidence: {
          uncategorized_text: "•••",
          product_description: "Lamp, sent to i•••@•••",
          service_date: "2026-11-02",
        },
      },
    },
  });
});
