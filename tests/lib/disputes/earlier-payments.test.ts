import { beforeAll, expect, test } from "vitest";
import { insert, update } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { day } from "#lib/clock";
import { concealRows } from "#lib/discretion/conceal-rows";
import { newId } from "#lib/ids";
import { type DisputeCase, getDisputeCase } from "#lib/disputes/dispute-case";
import { earlierPayments } from "#lib/disputes/earlier-payments";
import { giveCompelling } from "#lib/disputes/give-compelling";
import { listDisputes } from "#lib/disputes/queries";
import { eligibilityOf } from "#lib/disputes/wire-eligibility";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

const card = "pm_card_createCe3EligibleDispute";

let world: World;
let found: DisputeCase;
beforeAll(async () => {
  world = await aWorld();
  found = await aCase();
});

async function aCase(): Promise<DisputeCase> {
  const payment = await aPayment(world.viewer, { description: "A lamp", paymentMethodId: card });
  const { rows } = await listDisputes(world.viewer, { limit: 1 }, { paymentIntentId: payment.id });
  return getDisputeCase(world.viewer, rows[0]?.id ?? "");
}

type Said = Pick<NonNullable<Parameters<typeof aPayment>[1]>, "description" | "shipping">;

/** A payment with the same card, so many days before; nobody disputed it unless told otherwise. */
async function earlier(
  daysBefore: number,
  { disputed = false, of = found, said = {} }: { disputed?: boolean; of?: DisputeCase; said?: Said } = {},
) {
  const payment = await aPayment(world.viewer, { description: `Lamp ${daysBefore}`, ...said });
  const { last4, fingerprint, createdAt } = of.payment;
  await transaction(world.viewer, async (tx) => {
    const at = createdAt - daysBefore * day;
    await update(tx, paymentIntents, payment.id, { createdAt: at, last4, fingerprint });
    await update(tx, charges, payment.latestChargeId ?? "", { createdAt: at, disputed });
  });
  return payment.id;
}

/** As many payments with a card that ends in the same digits, the day before. */
async function theDayBefore(count: number, fingerprint: string) {
  const paid = await aPayment(world.viewer);
  const createdAt = found.payment.createdAt - day;
  const row = { ...paid, createdAt, last4: found.payment.last4, fingerprint };
  await transaction(world.viewer, async (tx) => {
    for (let made = 0; made < count; made++) {
      await insert(tx, paymentIntents, { ...row, id: newId("pi", createdAt) });
    }
  });
}

const nothing = {
  productDescription: "A lamp",
  merchandiseOrServices: "merchandise",
  earlierDescription: null,
  marks: {
    accountId: null,
    email: "zoe@example.com",
    ip: "203.0.113.7",
    deviceId: null,
    deviceFingerprint: null,
  },
} as const;

test("undisputed payments of the card qualify from 120 to 364 days before, and two of them make it compelling", async () => {
  const [young, first, last, old, lost] = [
    await earlier(119),
    await earlier(120),
    await earlier(364),
    await earlier(365),
    await earlier(200, { disputed: true }),
  ];
  const all = await earlierPayments(world.viewer, found);
  const qualified = all.filter(({ qualifies }) => qualifies).map(({ payment }) => payment.id);
  expect(qualified).toEqual([first, last]);
  expect(all.map(({ payment }) => payment.id)).not.toContain(lost);

  const { id: disputeId } = found.dispute;
  for (const chosen of [[first], [first, young], [first, old], [first, lost], [first, first]]) {
    const refused = giveCompelling(world.viewer, { ...nothing, disputeId, earlier: chosen });
    await expect(refused).rejects.toMatchObject({ facts: { code: "earlier_payments_needed" } });
  }
  const given = await giveCompelling(world.viewer, { ...nothing, disputeId, earlier: [first, last] });
  expect(given.status).toBe("needs_response");
  expect(eligibilityOf(given).visa_compelling_evidence_3).toEqual({
    required_actions: [],
    status: "qualified",
  });

  const unmarked = { ...nothing, marks: { ...nothing.marks, ip: null } };
  const less = await giveCompelling(world.viewer, { ...unmarked, disputeId, earlier: [first, last] });
  expect(eligibilityOf(less).visa_compelling_evidence_3?.required_actions).toEqual([
    "missing_customer_identifiers",
  ]);
});

test("who is to be discreet finds earlier payments without reading whose they are, and the bank is told all of it", async () => {
  const address = {
    ...{ line1: "1 rue Haute", line2: null, postal_code: "04150" },
    ...{ city: "Simiane", state: null, country: "FR" },
  };
  const description = "A lamp for zoe@example.com";
  const said = { description, shipping: { name: "Zoé Petit", phone: null, address } };
  const of = await aCase();
  const input = {
    ...nothing,
    disputeId: of.dispute.id,
    earlier: [await earlier(130, { of, said }), await earlier(140, { of, said })],
  };
  const discreet = { ...world.viewer, conceal: concealRows };
  const seen = await earlierPayments(discreet, await getDisputeCase(discreet, of.dispute.id));
  expect(seen.map(({ payment }) => payment.id)).toEqual(expect.arrayContaining(input.earlier));
  expect(JSON.stringify(seen)).not.toMatch(/rue Haute|zoe@/);
  const { evidence } = await giveCompelling(discreet, input);
  const told = evidence.enhanced_evidence?.visa_compelling_evidence_3?.prior_undisputed_transactions;
  const whole = { product_description: description, shipping_address: address };
  expect(told).toMatchObject([whole, whole]);
});

test("payments that qualify are found among many later ones, of the card and of cards with its last digits", async () => {
  const regular = { ...found, payment: { ...found.payment, fingerprint: "a regular's card" } };
  await theDayBefore(12, "a regular's card");
  await theDayBefore(500, "another card");
  const [younger, older] = [await earlier(130, { of: regular }), await earlier(200, { of: regular })];
  const all = await earlierPayments(world.viewer, regular);
  expect(all).toHaveLength(10);
  expect(all.slice(0, 8)).toEqual(
    Array(8).fill(expect.objectContaining({ daysBefore: 1, qualifies: false })),
  );
  expect(all.slice(8).map(({ payment }) => payment.id)).toEqual([younger, older]);
});

test("only who answers disputes gives such evidence", async () => {
  const input = { ...nothing, disputeId: found.dispute.id, earlier: [] };
  await expect(giveCompelling(world.viewerWith(["refund_analyst"]), input)).rejects.toThrow(/disputes:write/);
  await expect(earlierPayments(world.viewerWith(["developer"]), found)).resolves.toBeDefined();
});
