import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { update } from "#db/rows";
import { events, listItems, mails, notes, operations, paymentIntents } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { verifyAuditChain } from "#lib/audit/verify-audit-chain";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { eraseCustomer } from "#lib/customers/erase/erase-customer";
import { previewErasure } from "#lib/customers/erase/preview-erasure";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { getCustomerOrDeleted } from "#lib/customers/queries";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import { updateDispute } from "#lib/disputes/update-dispute";
import { runDueJobs } from "#lib/jobs/run-due";
import { subjectKinds } from "#lib/notes/subjects";
import { writeNote } from "#lib/notes/write-note";
import { createPayment } from "#lib/payments/create-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { noteSearch, recentSearches } from "#lib/search/recent-searches";
import { addListItem, addToDefaultList } from "#lib/value-lists/add-item";
import { createValueList } from "#lib/value-lists/save-list";
import { verifyAll } from "#lib/verify/verify-all";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

const who = {
  name: "Zébulon Quarantaine",
  email: "zebulon@quarantaine.test",
  phone: "+33655443322",
  address: { line1: "77 rue Inoubliable", city: "Villeperdue", postal_code: "37260", country: "FR" },
};
const traces = /z[eé]bulon|quarantaine|655443322|inoubliable|villeperdue/i;

function pay(viewer: Viewer, customerId: string, method = "tok_visa") {
  const paymentMethodData = { type: "card", card: { token: method }, billingDetails: who } as const;
  const shipping = { name: who.name, phone: who.phone, address: who.address };
  return createPayment(
    viewer,
    {
      amount: 2000,
      currency: "eur",
      customerId,
      paymentMethodTypes: ["card"],
      paymentMethodData,
      description: `For ${who.name}`,
      receiptEmail: who.email,
      metadata: { who: who.name },
      shipping: { ...shipping, address: { ...who.address, line2: null, state: null } },
    },
    {},
  );
}

test("a person is erased wherever they stood, and the books and the history still add up", async () => {
  const { viewer, environment } = await aWorld();
  const { id } = await createCustomer(viewer, {
    ...who,
    taxIds: [{ type: "fr_siren", value: "732829320" }],
  });
  const payment = await pay(viewer, id);
  await refundPayment(viewer, { paymentId: payment.id, amount: 500, note: `${who.name} asked` });
  await sendReceipt(viewer, { paymentIntentId: payment.id, to: [who.email] });
  expect(await previewErasure(viewer, id)).toMatchObject({ obstacle: null, payments: 1 });
  await eraseCustomer(viewer, id);
  await runDueJobs(environment, Date.now());
  const { db } = await reader(viewer);
  const told = await db.select().from(events).where(eq(events.environmentId, viewer.environmentId));
  expect(told.length).toBeGreaterThan(4);
  const sent = await db.select().from(mails).where(eq(mails.environmentId, viewer.environmentId));
  const everything = JSON.stringify([
    await getCustomerOrDeleted(viewer, id),
    await getPaymentStory(viewer, payment.id),
    told,
    sent,
  ]);
  expect(everything.match(traces)).toBeNull();
  expect((await getPaymentStory(viewer, payment.id)).payment).toMatchObject({
    customerId: id,
    amount: 2000,
    amountRefunded: 500,
    last4: "4242",
  });
  expect((await verifyAll()).problems).toEqual([]);
  expect((await verifyAuditChain(environment.accountId)).brokenAt).toBeNull();
});

test("they are taken off allow lists and the business's own, and stay on block lists, as others do on all", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, who);
  const own = await createValueList(viewer, { alias: "vips", name: "Regulars", itemType: "string" });
  const other = await createCustomer(viewer, { email: "other@example.com" });
  for (const { id: customer, email } of [
    { id, email: who.email },
    { id: other.id, email: "other@example.com" },
  ]) {
    for (const effect of ["allow", "block"] as const) {
      await addToDefaultList(viewer, { effect, subject: "email", value: email });
      await addToDefaultList(viewer, { effect, subject: "customer_id", value: customer });
    }
    for (const value of [email, customer]) await addListItem(viewer, { valueList: own.id, value });
  }
  await eraseCustomer(viewer, id);
  const { db } = await reader(viewer);
  const rows = await db.select().from(listItems).where(eq(listItems.environmentId, viewer.environmentId));
  const theirs = rows.filter(({ value }) => value === who.email || value.toLowerCase() === id.toLowerCase());
  expect(theirs.map(({ list }) => list).sort()).toEqual(["customer_id_blocklist", "email"]);
  expect(rows).toHaveLength(8);
});

test("what did not follow yet from whom was merged into them counts, and is erased too", async () => {
  const { viewer, environment } = await aWorld();
  const { id } = await createCustomer(viewer, {});
  const from = await createCustomer(viewer, who);
  const payment = await pay(viewer, from.id);
  await mergeCustomers(viewer, { intoId: id, fromId: from.id });
  const behind = (status: "processing" | "succeeded") =>
    transaction(viewer, (tx) => update(tx, paymentIntents, payment.id, { customerId: from.id, status }));
  await behind("processing");
  expect(await previewErasure(viewer, id)).toMatchObject({ obstacle: "payment", payments: 1 });
  await behind("succeeded");
  await addToDefaultList(viewer, { effect: "allow", subject: "customer_id", value: from.id });
  await eraseCustomer(viewer, id);
  await runDueJobs(environment, Date.now());
  const { db, environmentId } = await reader(viewer);
  expect(await db.select().from(listItems).where(eq(listItems.environmentId, environmentId))).toEqual([]);
  expect(JSON.stringify(await getPaymentStory(viewer, payment.id)).match(traces)).toBeNull();
});

test("what anybody in the account searched for lately tells nothing of who was erased", async () => {
  const { viewer } = await aWorld();
  const colleague = { ...viewer, actor: { ...viewer.actor, id: "per_colleague" } };
  const elsewhere = (await aWorld()).viewer;
  const { id } = await createCustomer(viewer, who);
  const telling = ['name:"Zebulon Quarantaine"', who.email, "email:zebu", "quarant", "06 55 44 33 22"];
  for (const text of ["status:failed", ...telling]) await noteSearch(viewer, text);
  for (const text of ["lavande", `-${who.email} amount:>100`]) await noteSearch(colleague, text);
  await noteSearch(elsewhere, who.email);
  await eraseCustomer(viewer, id);
  expect(await recentSearches(viewer)).toEqual(["status:failed"]);
  expect(await recentSearches(colleague)).toEqual(["lavande"]);
  expect(await recentSearches(elsewhere)).toEqual([who.email]);
});

test("what was sent to the bank about a dispute is kept until it is sent, and erased where an earlier version kept it", async () => {
  const { viewer, environment } = await aWorld();
  const { id } = await createCustomer(viewer, who);
  const { latestChargeId } = await pay(viewer, id, "tok_createDispute");
  const { db } = await reader(viewer);
  const [dispute] = await disputesOf(await reader(viewer), String(latestChargeId));
  const evidence = { uncategorized_text: "winning_evidence", customer_name: who.name };
  await updateDispute(viewer, String(dispute?.id), { evidence });
  const kept = () => db.select().from(operations).where(eq(operations.environmentId, viewer.environmentId));
  const sent = (await kept()).filter(({ kind }) => kind === "dispute.submit");
  expect(sent.map(({ state, request }) => [state, request])).toEqual([["settled", {}]]);
  await transaction(viewer, (tx) => update(tx, operations, String(sent[0]?.id), { request: { evidence } }));

  await runDueJobs(environment, Date.now() + 3 * day);
  await eraseCustomer(viewer, id);
  await runDueJobs(environment, Date.now() + 3 * day);
  expect(JSON.stringify(await kept())).not.toMatch(traces);
});

test("what colleagues wrote about them, their payment and its dispute goes with them", async () => {
  const world = await aWorld();
  const { viewer } = await aMember(world, ["admin"]);
  const { id } = await createCustomer(viewer, who);
  const payment = await pay(viewer, id, "tok_createDispute");
  const [dispute] = await disputesOf(await reader(viewer), String(payment.latestChargeId));
  const disputeId = String(dispute?.id);
  await acceptDispute(viewer, disputeId);
  const about = { customer: id, payment: payment.id, dispute: disputeId };
  for (const kind of subjectKinds) {
    await writeNote(viewer, { subject: { kind, id: about[kind] }, text: `${who.name} rang` });
  }
  await eraseCustomer(viewer, id);
  await runDueJobs(world.environment, Date.now());
  const { db } = await reader(viewer);
  expect(await db.select().from(notes).where(eq(notes.environmentId, viewer.environmentId))).toEqual([]);
});

test("an open dispute or a payment under way comes first", async () => {
  const { viewer } = await aWorld();
  const disputing = await createCustomer(viewer, who);
  await pay(viewer, disputing.id, "tok_createDispute");
  await expect(eraseCustomer(viewer, disputing.id)).rejects.toMatchObject({
    facts: { code: "erasure_dispute" },
  });
  const holding = await createCustomer(viewer, who);
  const held = {
    amount: 100,
    currency: "eur",
    paymentMethodTypes: ["card"],
    captureMethod: "manual" as const,
  };
  await createPayment(viewer, { ...held, customerId: holding.id, paymentMethodId: "pm_card_visa" }, {});
  await expect(eraseCustomer(viewer, holding.id)).rejects.toMatchObject({
    facts: { code: "erasure_payment" },
  });
});

test("only who may delete customers, and proved lately who they are, erases one of their own", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { id } = await createCustomer(viewer, who);
  await expect(eraseCustomer(viewerWith(["view_only"]), id)).rejects.toMatchObject({
    facts: { status: 403 },
  });
  await expect(eraseCustomer({ ...viewer, provedAt: null }, id)).rejects.toMatchObject({
    facts: { code: "proof_needed" },
  });
  await expect(eraseCustomer((await aWorld()).viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
});
