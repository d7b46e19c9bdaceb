import { beforeAll, describe, expect, test } from "vitest";
import type { PaymentStatus } from "#db/schema/payments";
import type { Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { listNamed } from "#lib/lists/all";
import { readingOf, readQuery, type Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { capturePayment } from "#lib/payments/capture-payment";
import { createPayment } from "#lib/payments/create-payment";
import { listedStatuses } from "#lib/payments/list/payment-filters";
import { rowActions } from "#lib/payments/list/row-actions";
import { offeredActions } from "#lib/payments/offered-actions";
import { getPaymentStory } from "#lib/payments/payment-story";
import { createProduct } from "#lib/products/create-product";
import { refundPayment } from "#lib/refunds/refund-payment";
import type { ListView } from "../../app/_lists/list-view";
import { customerView } from "../../app/[environment]/customers/_list/customer-view";
import { productView } from "../../app/[environment]/products/_list/product-view";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const everything = (roles: Role[]) =>
  Object.fromEntries(
    listedStatuses.map((status) => [status, rowActions(world.viewerWith(roles), status).join()] as const),
  );

describe("the menu of a payment's row", () => {
  test.each<[Role, Partial<Record<PaymentStatus, string>>]>([
    [
      "support_specialist",
      {
        succeeded: "refund,receipt",
        partially_refunded: "refund,receipt",
        refund_pending: "refund,receipt",
        dispute_won: "refund,receipt",
        inquiry: "refund,receipt",
        refunded: "receipt",
        needs_response: "receipt",
        disputed: "receipt",
        dispute_lost: "receipt",
        uncaptured: "capture,cancel",
        processing: "cancel",
        incomplete: "collect,cancel",
        failed: "collect,cancel",
        blocked: "collect,cancel",
      },
    ],
    [
      "refund_analyst",
      {
        succeeded: "refund,receipt",
        partially_refunded: "refund,receipt",
        refund_pending: "refund,receipt",
        dispute_won: "refund,receipt",
        inquiry: "refund,receipt",
        refunded: "receipt",
        needs_response: "receipt",
        disputed: "receipt",
        dispute_lost: "receipt",
      },
    ],
    ["dispute_analyst", {}],
    ["view_only", {}],
  ])("offers %s what they may do in each state, and nothing else", (role, offers) => {
    const nothing = Object.fromEntries(listedStatuses.map((status) => [status, ""]));
    expect(everything([role])).toEqual({ ...nothing, ...offers });
  });

  test("offers what the payment's own page does", async () => {
    const { viewer } = world;
    const card = (paymentMethodId: string) => aPayment(viewer, { paymentMethodId });
    const refunded = async (amount: number) =>
      refundPayment(viewer, { paymentId: (await card("pm_card_bypassPending")).id, amount });
    await Promise.all([card("pm_card_visa"), card("pm_card_bypassPending"), card("pm_card_createDispute")]);
    await refunded(5000);
    await refunded(700);
    await card("pm_card_chargeDeclined").catch(() => null);
    await aPayment(viewer, { captureMethod: "manual" });
    await capturePayment(viewer, { paymentId: (await aPayment(viewer, { captureMethod: "manual" })).id });
    await createPayment(viewer, { amount: 1500, currency: "eur" }, null);
    const page = { direction: "older", from: null, size: 40 } as const;
    const { rows } = await listNamed("payments").page(viewer, {}, page);
    expect(rows).toHaveLength(9);
    for (const { id } of rows) await asOnItsPage(viewer, id);
  });

  async function asOnItsPage(viewer: Viewer, id: string) {
    const { payment, attempts } = await getPaymentStory(viewer, id);
    const offered = offeredActions(viewer, payment, attempts.at(-1) ?? null);
    const possible = offered.flatMap(({ action, obstacle }) => (obstacle === null ? [action] : []));
    expect([payment.paymentStatus, ...rowActions(viewer, payment.paymentStatus).toSorted()]).toEqual([
      payment.paymentStatus,
      ...possible.sort(),
    ]);
  }
});

describe("the menu of a row", () => {
  test.each<[Role, string]>([
    ["support_specialist", "edit,delete"],
    ["data_migration_specialist", "edit"],
    ["view_only", ""],
  ])("of customers offers %s: %s", async (role, acts) => {
    await createCustomer(world.viewer, { name: "Ada" });
    expect(await actsOf(customerView, [role])).toBe(acts);
  });

  test.each<[Role, string]>([
    ["analyst", "edit"],
    ["view_only", ""],
  ])("of products offers %s: %s", async (role, acts) => {
    await createProduct(world.viewer, { name: "Soap" });
    expect(await actsOf(productView, [role])).toBe(acts);
  });

  async function actsOf<Row extends Listed, Query extends Sorted>(view: ListView<Row, Query>, roles: Role[]) {
    const asker = world.viewerWith(roles);
    const { query } = readQuery(view.source, {}, readingOf(asker));
    const { rows } = await view.source.page(asker, query, { direction: "older", from: null, size: 1 });
    const acts = rows.flatMap((row) => view.menu?.(asker, row) ?? []);
    return acts.map(({ href }) => href.split("/").at(-1)).join();
  }
});
