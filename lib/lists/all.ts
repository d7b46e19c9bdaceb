import { entryList } from "#lib/value-lists/entry-list";
import { cashReturnList } from "#lib/cash/list/cash-return-list";
import { couponList } from "#lib/coupons/coupon-list";
import { guestList } from "#lib/customers/guests/guest-list";
import { customerList } from "#lib/customers/list/customer-list";
import { disputeList } from "#lib/disputes/list/dispute-list";
import { notFound } from "#lib/errors";
import { eventList } from "#lib/events/list/event-list";
import { featureList } from "#lib/features/feature-list";
import { activityList, feeList } from "#lib/ledger/list/activity-list";
import { mailList } from "#lib/mail/mail-list";
import { paymentList } from "#lib/payments/list/payment-list";
import { payoutList } from "#lib/payouts/list/payout-list";
import { productList } from "#lib/products/product-list";
import { refundList } from "#lib/refunds/list/refund-list";
import { requestList } from "#lib/request-log/request-list";
import { shippingRateList } from "#lib/shipping-rates/shipping-rate-list";
import { taxRateList } from "#lib/tax-rates/tax-rate-list";
import { teamList } from "#lib/team/team-list";
import { topupList } from "#lib/topups/topup-list";
import { deliveryList } from "#lib/webhooks/delivery-list";
import { endpointList } from "#lib/webhooks/endpoint-list";
import { type AnyList, anyList } from "./any-list.ts";

/** Every list. */
const lists = new Map(
  [
    anyList(paymentList),
    anyList(refundList),
    anyList(cashReturnList),
    anyList(disputeList),
    anyList(customerList),
    anyList(guestList),
    anyList(feeList),
    anyList(activityList),
    anyList(payoutList),
    anyList(topupList),
    anyList(productList),
    anyList(couponList),
    anyList(featureList),
    anyList(shippingRateList),
    anyList(taxRateList),
    anyList(endpointList),
    anyList(deliveryList),
    anyList(eventList),
    anyList(requestList),
    anyList(entryList),
    anyList(mailList),
    anyList(teamList),
  ].map((list) => [list.name, list]),
);

/** Their names. */
export function listNames(): string[] {
  return [...lists.keys()];
}

/** The list of this name; a 404 where there is none. */
export function listNamed(name: string): AnyList {
  const list = lists.get(name);
  if (!list) throw notFound("list", name, "list");
  return list;
}
