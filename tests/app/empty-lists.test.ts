import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { may, type Permission } from "#lib/auth/permissions";
import { allRoles, whyNotAssignable } from "#lib/auth/roles";
import { permissionToEnter } from "#lib/auth/sections";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed, listNames } from "#lib/lists/all";
import { payoutView } from "../../app/[environment]/balances/_list/payout-view";
import { topupView } from "../../app/[environment]/balances/_list/topup-view";
import { customerView } from "../../app/[environment]/customers/_list/customer-view";
import { guestView } from "../../app/[environment]/customers/guests/guest-view";
import { eventView } from "../../app/[environment]/developers/events/_list/event-view";
import { requestView } from "../../app/[environment]/developers/logs/_list/request-view";
import { deliveryView } from "../../app/[environment]/developers/webhooks/_list/delivery-view";
import { endpointView } from "../../app/[environment]/developers/webhooks/_list/endpoint-view";
import { mailView } from "../../app/[environment]/outbox/mail-view";
import { productView } from "../../app/[environment]/products/_list/product-view";
import { couponView } from "../../app/[environment]/products/coupons/coupon-view";
import { featureView } from "../../app/[environment]/products/features/feature-view";
import { shippingRateView } from "../../app/[environment]/products/shipping-rates/shipping-rate-view";
import { taxRateView } from "../../app/[environment]/products/tax-rates/tax-rate-view";
import { entryView } from "../../app/[environment]/settings/blocked/entry-view";
import { activityView, feeView } from "../../app/[environment]/transactions/_list/activity-view";
import { cashReturnView } from "../../app/[environment]/transactions/_list/cash-return-view";
import { disputeView } from "../../app/[environment]/transactions/_list/dispute-view";
import { paymentView } from "../../app/[environment]/transactions/_list/payment-view";
import { refundView } from "../../app/[environment]/transactions/_list/refund-view";
import { aWorld } from "#tests/support/world";

interface Viewed {
  source: { name: string; permission: Permission };
  empty(viewer: Viewer): ReactNode;
}

const views: Viewed[] = [
  ...[paymentView, refundView, cashReturnView, disputeView, feeView, activityView],
  ...[customerView, guestView, payoutView, topupView],
  ...[productView, couponView, featureView, shippingRateView, taxRateView],
  ...[endpointView, deliveryView, eventView, requestView, entryView, mailView],
];
const roles = allRoles.filter((role) => whyNotAssignable(role) === null);

const drawn = (view: Viewed, viewer: Viewer) =>
  renderToStaticMarkup(createElement(Fragment, null, view.empty(viewer)));
const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").trim();

test("every list has an empty state, but the team, which has its owner", () => {
  expect([...views.map(({ source }) => source.name), "team"].sort()).toEqual(listNames().sort());
});

describe.each(views.map((view) => [view.source.name, view] as const))("the list of %s", (name, view) => {
  test("is empty for a new business, and says what will be here in either language", async () => {
    const { viewer } = await aWorld();
    const page = { direction: "older", from: null, size: 25 } as const;
    const { rows, older, continueFrom } = await listNamed(name).page(viewer, {}, page);
    expect([rows, older, continueFrom]).toEqual([[], null, null]);
    const [english, french] = [drawn(view, viewer), drawn(view, { ...viewer, locale: "fr" })].map(words);
    expect([english?.length, french?.length]).not.toContain(0);
    expect(french).not.toBe(english);
  });

  test("leads nobody where their role may not enter", async () => {
    const { viewerWith } = await aWorld();
    const lost = roles.flatMap((role) => {
      const viewer = viewerWith([role]);
      if (!may(viewer, view.source.permission)) return [];
      return linksIn(drawn(view, viewer)).filter((page) => {
        const needed = permissionToEnter(page);
        return needed !== null && !may(viewer, needed);
      });
    });
    expect(lost).toEqual([]);
  });
});

/** Pages of the dashboard that a drawing leads to, behind the environment. */
function linksIn(html: string): string[] {
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
  return hrefs.filter((href) => href.startsWith("/")).map((href) => href.replace(/^\/[^/]*\/?|[?#].*$/g, ""));
}
