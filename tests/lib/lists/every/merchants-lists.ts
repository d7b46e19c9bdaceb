import fc from "fast-check";
import {
  balanceTransactions,
  cashReturns,
  disputes,
  paymentIntents,
  payouts,
  refunds,
  topups,
} from "#db/schema/index";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { answers, endings } from "#lib/disputes/list/figure-filters";
import { disputeNetworks, disputeReasons, disputeStatuses, dues } from "#lib/disputes/list/dispute-list";
import { productKinds } from "#lib/disputes/product-kinds";
import { allowedIn } from "#lib/disputes/status";
import { reportingCategories } from "#lib/ledger/list/activity-list";
import { cardBrands, listedStatuses, methodTypes } from "#lib/payments/list/payment-filters";
import { payoutSpeeds, payoutStatuses } from "#lib/payouts/list/payout-list";
import { refundStatuses } from "#lib/refunds/list/refund-list";
import { refundReasons } from "#lib/refunds/refund-payment";
import { topupStatuses } from "#lib/topups/topup-list";
import { aPayment } from "#tests/support/money";
import { aBankAccount } from "#tests/support/payouts";
import {
  amount,
  type Ask,
  byAmount,
  byCreation,
  choice,
  created,
  currency,
  money,
  moments,
  one,
  type Row,
  wordOf,
} from "./asks.ts";
import type { Listing } from "./listing.ts";

const from = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const asIs = (row: Row) => ({ currency: String(row.currency), amount: Number(row.amount) });
const wholeAmounts = fc.record({ amount, currency });
const rowsWith = <Facts extends object, Fixed extends object>(
  facts: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> },
  fixed: Fixed,
) => fc.tuple(wholeAmounts, fc.record<Facts>(facts)).map(([sums, row]) => ({ ...fixed, ...sums, ...row }));

const paidWith: Ask = {
  words: fc.oneof(
    from(...methodTypes).map((method) => ({ method: [method] })),
    from(...cardBrands.slice(0, 3)).map((brand) => ({ brand: [brand] })),
  ),
  fits({ methodType, brand }, asked) {
    const [method, named] = [wordOf(asked, "method"), wordOf(asked, "brand")];
    return (
      (method === undefined || methodType === method) &&
      (named === undefined || (methodType === "card" && brand === named))
    );
  },
};

export async function payments(viewer: Viewer): Promise<Listing> {
  const people = [await createCustomer(viewer, {}), await createCustomer(viewer, {})].map(({ id }) => id);
  const { id: _, ...like } = await aPayment(viewer);
  const whose = fc.record({
    customerId: fc.option(from(...people)),
    payerEmail: fc.option(from("ada@example.com", "bo@example.com")),
  });
  const facts = {
    paymentStatus: from(...listedStatuses),
    methodType: fc.option(from(...methodTypes)),
    brand: from(...cardBrands.slice(0, 3)),
    last4: from("4242", "0005"),
    amountReceived: from(0, 100),
  };
  return {
    table: paymentIntents,
    facts: fc.tuple(rowsWith(facts, like), whose).map(([row, payer]) => ({ ...row, ...payer })),
    asks: [
      choice("status", "paymentStatus", listedStatuses),
      created,
      money,
      paidWith,
      one("last4", ["4242", "0005", "9999"], ({ last4 }, word) => last4 === word),
      one("customer", [...people, "ADA@example.com"], ({ customerId, payerEmail }, word) =>
        word.includes("@") ? payerEmail === word.toLowerCase() : customerId === word,
      ),
    ],
    orders: { ...byCreation, ...byAmount },
    sums: asIs,
  };
}

export async function refundsListing(viewer: Viewer): Promise<Listing> {
  const { id: paymentIntentId, latestChargeId: chargeId } = await aPayment(viewer);
  const facts = {
    status: from(...refundStatuses),
    reason: fc.option(from(...refundReasons)),
    balanceTransactionId: fc.option(from("txn_1")),
  };
  return {
    table: refunds,
    facts: rowsWith(facts, { paymentIntentId, chargeId }),
    asks: [
      choice("status", "status", refundStatuses),
      created,
      money,
      choice("reason", "reason", refundReasons),
    ],
    orders: { ...byCreation, ...byAmount },
    // What succeeded without moving the balance let a hold go.
    sums: ({ currency: of, amount: asked, status, balanceTransactionId }) => ({
      currency: String(of),
      amount: status === "succeeded" && balanceTransactionId === null ? 0 : Number(asked),
    }),
  };
}

export async function cashReturnsListing(viewer: Viewer): Promise<Listing> {
  const { id: customerId } = await createCustomer(viewer, {});
  return {
    table: cashReturns,
    facts: rowsWith({ status: from(...refundStatuses) }, { customerId }),
    asks: [choice("status", "status", refundStatuses), created, money],
    orders: { ...byCreation, ...byAmount },
    sums: asIs,
  };
}

const canAnswer: readonly string[] = allowedIn.respond;
const daysOf: Record<string, number> = { "1_day": 1, "3_days": 3, "7_days": 7 };

/** By deadline there are only those that can be answered; beside others the usual order counts. */
function byDeadline(down: boolean) {
  const fitsIt = (statuses: string[] = []) => statuses.every((status) => canAnswer.includes(status));
  return (asked: Record<string, string[]>) =>
    fitsIt(asked.status)
      ? {
          of: (row: Row) => Number(row.dueBy),
          down,
          also: ({ status }: Row) => canAnswer.includes(String(status)),
        }
      : (byCreation.newest ?? { of: () => 0, down });
}

export async function disputesListing(viewer: Viewer): Promise<Listing> {
  const charged = [await aPayment(viewer), await aPayment(viewer, { paymentMethodId: "pm_card_fr" })];
  const countries = ["US", "FR"];
  const facts = {
    about: from(0, 1),
    status: from(...disputeStatuses),
    reason: from(...disputeReasons.slice(0, 4)),
    network: from(...disputeNetworks.slice(0, 3)),
    assigneeId: fc.option(from("person_a", "person_b")),
    productKind: fc.option(from(...productKinds)),
    closedBy: fc.option(from(...endings)),
    submittedAt: fc.option(moments),
    answeredBy: fc.option(from("person_a", "person_b").map((id) => ({ type: "person", id, name: null }))),
    ahead: from(-36, 12, 60, 100, 300),
  };
  const now = viewer.now();
  return {
    table: disputes,
    facts: rowsWith(facts, {}).map(({ about, ahead, ...row }) => ({
      ...row,
      chargeId: charged[Number(about)]?.latestChargeId,
      paymentIntentId: charged[Number(about)]?.id,
      dueBy: now + (Number(ahead) * day) / 24,
    })),
    asks: [
      choice("status", "status", disputeStatuses),
      created,
      money,
      choice("reason", "reason", disputeReasons.slice(0, 4)),
      choice("network", "network", disputeNetworks.slice(0, 3)),
      one("assignee", ["person_a", "person_c"], ({ assigneeId }, word) => assigneeId === word),
      one("due", dues, ({ status, dueBy }, word) => {
        const within = Number(dueBy) - now;
        return canAnswer.includes(String(status)) && within >= 0 && within < (daysOf[word] ?? 0) * day;
      }),
      one("country", [...countries, "none", "DE"], ({ chargeId }, word) => {
        const at = charged.findIndex(({ latestChargeId }) => latestChargeId === chargeId);
        return countries[at] === word;
      }),
      one("agent", ["person_a", "none"], ({ answeredBy }, word) =>
        word === "none" ? answeredBy === null : idIn(answeredBy) === word,
      ),
      one("product", [...productKinds, "none"], ({ productKind }, word) => (productKind ?? "none") === word),
      one(
        "answered",
        answers,
        ({ submittedAt, closedBy }, word) =>
          (submittedAt !== null || closedBy === "acceptance") === (word === "yes"),
      ),
      choice("ended", "closedBy", endings),
    ],
    orders: { ...byCreation, ...byAmount, due_first: byDeadline(false), due_last: byDeadline(true) },
    sums: asIs,
  };
}

function idIn(actor: unknown): unknown {
  return typeof actor === "object" && actor !== null && "id" in actor ? actor.id : null;
}

const moved = {
  reportingCategory: from(...reportingCategories),
  payoutId: fc.option(from("po_1", "po_2")),
  fee: from(0, 0, 30),
  net: from(10, 2000),
};

const activityAsks = [
  choice("category", "reportingCategory", reportingCategories),
  created,
  one("payout", ["po_1", "po_3"], ({ payoutId }, word) => payoutId === word),
  money,
];

export function activity(): Promise<Listing> {
  return Promise.resolve({
    table: balanceTransactions,
    facts: rowsWith(moved, { feeDetails: [] }),
    asks: activityAsks,
    orders: byCreation,
    sums: ({ currency: of, net }) => ({ currency: String(of), amount: Number(net) }),
  });
}

export function fees(): Promise<Listing> {
  const isFee = ({ reportingCategory }: Row) => reportingCategory === "fee";
  return Promise.resolve({
    table: balanceTransactions,
    facts: rowsWith(moved, { feeDetails: [] }),
    listed: (row) => isFee(row) || row.fee !== 0,
    asks: activityAsks,
    orders: byCreation,
    sums: (row) => ({
      currency: String(row.currency),
      amount: isFee(row) ? -Number(row.amount) : Number(row.fee),
    }),
  });
}

export async function payoutsListing(viewer: Viewer): Promise<Listing> {
  const { id: destinationId } = await aBankAccount(viewer);
  return {
    table: payouts,
    facts: rowsWith({ status: from(...payoutStatuses), method: from(...payoutSpeeds) }, { destinationId }),
    asks: [
      choice("status", "status", payoutStatuses),
      created,
      money,
      choice("speed", "method", payoutSpeeds),
    ],
    orders: { ...byCreation, ...byAmount },
    sums: asIs,
  };
}

export function topupsListing(): Promise<Listing> {
  return Promise.resolve({
    table: topups,
    facts: rowsWith({ status: from(...topupStatuses) }, {}),
    asks: [choice("status", "status", topupStatuses), created, money],
    orders: byCreation,
    sums: asIs,
  });
}
