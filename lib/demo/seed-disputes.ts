import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { change } from "#db/rows";
import { charges, customers } from "#db/schema/index";
import type { Actor } from "#db/schema/payments";
import { reader, transaction } from "#db/transaction";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { assignDispute } from "#lib/disputes/assign-dispute";
import { bringConsequences } from "#lib/disputes/bring-consequences";
import { chooseProduct } from "#lib/disputes/choose-product";
import { decideDispute } from "#lib/disputes/decide-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import { saveTemplate } from "#lib/disputes/letters/save-template";
import { settleOverdue } from "#lib/disputes/settle-overdue";
import { updateDispute } from "#lib/disputes/update-dispute";
import { createPayment } from "#lib/payments/create-payment";
import { findCharge } from "#lib/payments/find-payment";
import type { PaymentInput } from "#lib/payments/payment-input";
import { refundPayment } from "#lib/refunds/refund-payment";
import { addToDefaultList } from "#lib/value-lists/add-item";
import { viewerAt } from "./viewer-at.ts";

/** What became of a dispute, by when: days after it was opened. */
type Course =
  | { then: "open"; draft?: string; assigned?: "yes" }
  | { then: "answered"; after: number }
  | { then: "won" | "lost"; after: number; decidedAfter: number }
  | { then: "accepted" | "refunded"; after: number }
  | { then: "overdue" };

interface Case {
  /** Days before the end of the history. */
  ago: number;
  claim: "fraudulent" | "product_not_received" | "inquiry";
  /** Whose card was paid with. */
  network: "visa" | "mastercard" | "amex" | "discover";
  /** Minor units of the account's currency. */
  amount: number;
  description: string;
  course: Course;
}

const fraud = "fraudulent" as const;
const lostParcel = "product_not_received" as const;
const inquiry = "inquiry" as const;

const answer =
  "The parcel was signed for at the address the customer gave; the carrier's receipt is attached.";

/** Every state there is, on several networks, some to be answered within a day or two. */
const cases: Case[] = [
  {
    ago: 8.1,
    claim: fraud,
    network: "visa",
    amount: 25_800,
    description: "2 × Gift box “La Grande Maison”",
    course: { then: "open", assigned: "yes" },
  },
  {
    ago: 7.2,
    claim: lostParcel,
    network: "mastercard",
    amount: 6_800,
    description: "Eau de toilette “Été”, 50 ml",
    course: { then: "open", draft: answer },
  },
  {
    ago: 2.5,
    claim: fraud,
    network: "amex",
    amount: 12_900,
    description: "Gift box “La Grande Maison”",
    course: { then: "open" },
  },
  {
    ago: 1.3,
    claim: inquiry,
    network: "visa",
    amount: 9_500,
    description: "Workshop: distilling in one day",
    course: { then: "open" },
  },
  {
    ago: 12,
    claim: inquiry,
    network: "amex",
    amount: 4_390,
    description: "Scented candle “Valensole”",
    course: { then: "answered", after: 2 },
  },
  {
    ago: 15,
    claim: lostParcel,
    network: "visa",
    amount: 10_800,
    description: "2 × Bath gift box",
    course: { then: "answered", after: 3 },
  },
  {
    ago: 21,
    claim: fraud,
    network: "mastercard",
    amount: 7_950,
    description: "3 × Linen sachets, set of five",
    course: { then: "answered", after: 6 },
  },
  {
    ago: 34,
    claim: lostParcel,
    network: "discover",
    amount: 5_890,
    description: "Bath gift box",
    course: { then: "won", after: 2, decidedAfter: 20 },
  },
  {
    ago: 48,
    claim: fraud,
    network: "visa",
    amount: 13_600,
    description: "2 × Eau de toilette “Été”, 50 ml",
    course: { then: "won", after: 4, decidedAfter: 30 },
  },
  {
    ago: 52,
    claim: fraud,
    network: "mastercard",
    amount: 38_700,
    description: "3 × Gift box “La Grande Maison”",
    course: { then: "lost", after: 5, decidedAfter: 33 },
  },
  {
    ago: 26,
    claim: fraud,
    network: "discover",
    amount: 2_380,
    description: "Lavender soap, set of three",
    course: { then: "accepted", after: 1 },
  },
  {
    ago: 19,
    claim: lostParcel,
    network: "visa",
    amount: 2_890,
    description: "Dried lavender bouquet",
    course: { then: "overdue" },
  },
  {
    ago: 30,
    claim: inquiry,
    network: "amex",
    amount: 7_800,
    description: "2 × Scented candle “Valensole”",
    course: { then: "refunded", after: 2 },
  },
];

/** How many payments come with the disputes. */
export const disputedPayments = cases.length;

/** Opens disputes and takes each where it stands today, by the commands that do so, on the days it happened. */
export async function seedDisputes(
  environment: ViewedEnvironment,
  { shop, agent, until }: { shop: Actor; agent: Actor; until: number },
): Promise<void> {
  for (const each of cases.toSorted((a, b) => b.ago - a.ago)) {
    const opened = until - each.ago * day;
    const at = (actor: Actor, after: number) => viewerAt(environment, actor, opened + after * day);
    const payment = await createPayment(at(shop, 0), await orderOf(at(shop, 0), each), {
      paymentMethodId: `pm_card_${each.network}`,
    });
    await claimBack(at(shop, 0), String(payment.latestChargeId), each.claim);
    const [dispute] = await disputesOf(await reader(at(shop, 0)), String(payment.latestChargeId));
    if (!dispute) throw new Error(`${each.description} was not disputed`);
    await follow(each.course, dispute.id, payment.id, (after) => at(agent, after));
  }
  await equipDesk(viewerAt(environment, agent, until - day));
}

/** The customer's bank asks for what was paid, as for the cards whose banks are known to. */
function claimBack(viewer: Viewer, chargeId: string, futureDispute: Case["claim"]): Promise<void> {
  return transaction(viewer, async (tx) => {
    const charge = await findCharge(tx, chargeId);
    await bringConsequences(tx, await change(tx, charges, charge, { futureDispute }));
  });
}

/** What was bought, by whoever became a customer last, and where it went. */
async function orderOf(viewer: Viewer, { amount, description, claim }: Case): Promise<PaymentInput> {
  const order = { amount, description, currency: viewer.environment.currency };
  const customer = await newestCustomer(viewer);
  if (!customer) return order;
  const { id, name, email, address } = customer;
  return {
    ...order,
    customerId: id,
    receiptEmail: email,
    shipping: name && address ? { ...shippedTo(claim), name, address, phone: null } : null,
  };
}

/** Who says that nothing came was sent a parcel that the carrier knows. */
function shippedTo(claim: Case["claim"]) {
  return claim === lostParcel ? { carrier: "Colissimo", tracking_number: "6A18203344751" } : {};
}

async function newestCustomer(viewer: Viewer) {
  const { db } = await reader(viewer);
  const [customer] = await db
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, viewer.environmentId),
        lt(customers.createdAt, viewer.now()),
        isNull(customers.deletedAt),
      ),
    )
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(1);
  return customer;
}

/** What the people who answer work with: a letter of their own, and somebody who is not to come back. */
async function equipDesk(viewer: Viewer): Promise<void> {
  await saveTemplate(viewer, {
    id: null,
    name: "Parcel signed for",
    reason: "product_not_received",
    body: "On {date} {customer} paid {amount} to {business} for: {product}.\n\nThe parcel {tracking} was handed over by {carrier} and signed for. The carrier's receipt follows.\n\n{business}",
  });
  await addToDefaultList(viewer, { effect: "block", subject: "email", value: "fake.orders@example.net" });
  await addToDefaultList(viewer, { effect: "allow", subject: "email_domain", value: "hotel-lutece.example" });
}

async function follow(
  course: Course,
  disputeId: string,
  paymentId: string,
  agentAt: (after: number) => Viewer,
): Promise<void> {
  switch (course.then) {
    case "open":
      if (course.draft) await gather(agentAt(0.5), disputeId, "draft", course.draft);
      if (course.assigned) await assignDispute(agentAt(0.5), { disputeId, personId: agentAt(0).actor.id });
      return;
    case "answered":
      return gather(agentAt(course.after), disputeId, "submit", answer);
    case "won":
    case "lost": {
      await gather(agentAt(course.after), disputeId, "submit", answer);
      const decided = agentAt(course.decidedAfter);
      return decideDispute(decided, { disputeId, decision: { at: decided.now(), outcome: course.then } });
    }
    case "accepted":
      return void (await acceptDispute(agentAt(course.after), disputeId));
    case "refunded":
      return void (await refundPayment(agentAt(course.after), {
        paymentId,
        reason: "requested_by_customer",
      }));
    case "overdue":
      return settleOverdue(agentAt(10), { disputeId });
  }
}

async function gather(
  viewer: Viewer,
  disputeId: string,
  then: "draft" | "submit",
  text: string,
): Promise<void> {
  await chooseProduct(viewer, { disputeId, productKind: "physical_product" });
  await updateDispute(viewer, disputeId, {
    evidence: { uncategorized_text: text },
    submit: then === "submit",
  });
}
