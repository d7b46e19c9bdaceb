import { customerList } from "#lib/customers/list/customer-list";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { notFound } from "#lib/errors";
import { activityList, feeList } from "#lib/ledger/list/activity-list";
import { paymentList } from "#lib/payments/list/payment-list";
import { refundList } from "#lib/refunds/list/refund-list";
import { type AnyList, anyList } from "./any-list.ts";

/** Every list. */
const lists = new Map(
  [
    anyList(paymentList),
    anyList(refundList),
    anyList(disputeList),
    anyList(customerList),
    anyList(feeList),
    anyList(activityList),
  ].map((list) => [list.name, list]),
);

/** Whether there is a list of this name. */
export function isList(name: string): boolean {
  return lists.has(name);
}

/** The list of this name; a 404 where there is none. */
export function listNamed(name: string): AnyList {
  const list = lists.get(name);
  if (!list) throw notFound("list", name, "list");
  return list;
}
