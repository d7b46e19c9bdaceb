import { expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { updateCustomer } from "#lib/customers/update-customer";
import { concealRows } from "#lib/discretion/conceal-rows";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { getDispute, getDisputeOfCharge } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { eventsOfObject, eventsOfPayment } from "#lib/events/queries";
import type { DatasetName } from "#lib/exports/datasets/all";
import { planOf } from "#lib/exports/read-rows";
import { activityList } from "#lib/ledger/list/activity-list";
import { type ListSource, readingOf, readQuery } from "#lib/lists/list-source";
import { notesOn } from "#lib/notes/queries";
import { writeNote } from "#lib/notes/write-note";
import { createPayment } from "#lib/payments/create-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { refundList } from "#lib/refunds/list/refund-list";
import { getRefund, refundsOfPayment } from "#lib/refunds/queries";
import { refundPayment } from "#lib/refunds/refund-payment";
import { followChanges } from "#lib/search/index/follow-changes";
import { searchEverything } from "#lib/search/search";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const named = /Zo[ëe]|Ølund/iu;
const description = "Lamp for Zoe Ølund";
const metadata = { contact: "Ms Ølund, Zoë" };

/** A payment of a customer with a name, and one whose card alone says it, disputed. */
async function aHistory({ viewer }: World) {
  const { id: customerId } = await createCustomer(viewer, { name: "Zoë Ølund", email: "z@example.com" });
  const owned = await aPayment(viewer, { customerId, description, metadata, receiptEmail: "z@example.com" });
  const card = { token: "tok_createDispute" };
  const paymentMethodData = { type: "card", card, billingDetails: { name: "Zoë Ølund" } } as const;
  const order = { amount: 5000, currency: "eur", description, metadata, paymentMethodData };
  const guest = await createPayment(viewer, order, {});
  const { id: disputeId } = await getDisputeOfCharge(viewer, String(guest.latestChargeId));
  await updateDispute(viewer, disputeId, {
    evidence: { refund_policy_disclosure: "Mrs Ølund agreed to it", product_description: "Zoë’s lamp" },
    metadata,
    submit: false,
  });
  const said = { note: "Ølund rang: wants the lamp sent again", customerMessage: "Dear Zoë", metadata };
  const refund = await refundPayment(viewer, { paymentId: owned.id, amount: 900, ...said });
  await followChanges();
  return { owned, guest, disputeId, refund };
}

test("what a customer was called before stands in nothing either, whether they were renamed, merged or deleted", async () => {
  const { viewer } = await aMember(await aWorld(), ["super_admin"]);
  const masked = { ...viewer, conceal: concealRows };
  const about = async (name: string) => {
    const { id } = await createCustomer(viewer, { name });
    const payment = await aPayment(viewer, { customerId: id, description: `Lamp for ${name}` });
    await writeNote(viewer, { subject: { kind: "customer", id }, text: `${name} rang` });
    const told = async (as: Viewer) => ({
      payment: (await getPaymentStory(as, payment.id)).payment.description,
      notes: (await notesOn(as, { kind: "customer", id })).map(({ text }) => text),
    });
    expect(JSON.stringify(await told(viewer))).toMatch(named);
    return { id, told };
  };
  const [renamed, merged, deleted] = [await about("Zoë Ølund"), await about("Zoë"), await about("Ølund")];
  await updateCustomer(viewer, { id: renamed.id, name: "Zita Øster" });
  await updateCustomer(viewer, { id: renamed.id, name: "Ada Berg" });
  await mergeCustomers(viewer, { fromId: merged.id, intoId: renamed.id });
  await deleteCustomer(viewer, deleted.id);
  for (const { told } of [renamed, merged, deleted])
    expect(JSON.stringify(await told(masked))).not.toMatch(named);
  expect((await renamed.told(masked)).notes).toContain("Z••• Ø••• rang");
});

async function rowsOf<Row extends { id: string; createdAt: number }, Query extends { sort: string }>(
  viewer: Viewer,
  source: ListSource<Row, Query>,
): Promise<Row[]> {
  const { query } = readQuery(source, {}, readingOf(viewer));
  return (await source.page(viewer, query, { direction: "older", from: null, size: 25 })).rows;
}

async function fileOf(viewer: Viewer, dataset: DatasetName, columns: string[], facts: string[] = []) {
  const timeZone = "Europe/Paris";
  const all = { address: {}, from: null, until: null, timeZone, readIn: timeZone };
  const plan = await planOf(viewer, { dataset, format: "csv", columns, metadata: facts, ...all });
  const rows: unknown[] = [];
  for await (const batch of plan.batches())
    rows.push(...batch.map((row) => plan.columns.map(({ value }) => value(row))));
  return rows;
}

test("what is written of payments, refunds and disputes names no customer to who is to be discreet", async () => {
  const world = await aWorld();
  const { owned, guest, disputeId, refund } = await aHistory(world);
  const shown = async (viewer: Viewer) => ({
    story: await getPaymentStory(viewer, owned.id),
    guest: await getPaymentStory(viewer, guest.id),
    refunds: await refundsOfPayment(viewer, owned.id),
    refund: await getRefund(viewer, refund.id),
    listedRefunds: await rowsOf(viewer, refundList),
    listedDisputes: await rowsOf(viewer, disputeList),
    activity: await rowsOf(viewer, activityList),
    dispute: await getDispute(viewer, disputeId),
    case: await getDisputeCase(viewer, disputeId),
    events: await eventsOfPayment(viewer, owned.id),
    eventsOfDispute: await eventsOfObject(viewer, disputeId),
    fileOfPayments: await fileOf(viewer, "payments", ["description"], ["contact"]),
    fileOfRefunds: await fileOf(viewer, "refunds", ["note"]),
    fileOfDisputes: await fileOf(viewer, "disputes", ["id"], ["contact"]),
    fileOfActivity: await fileOf(viewer, "activity", ["description"]),
    found: (await searchEverything(viewer, "lamp", 5)).groups.map(({ hits }) => hits),
  });
  for (const [what, told] of Object.entries(await shown(world.viewer)))
    expect(JSON.stringify(told), what).toMatch(named);
  for (const [what, told] of Object.entries(await shown({ ...world.viewer, conceal: concealRows })))
    expect(JSON.stringify(told), what).not.toMatch(named);
});
