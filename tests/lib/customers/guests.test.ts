import { expect, test } from "vitest";
import { spendingOf } from "#lib/customers/figures/spending";
import { guestList } from "#lib/customers/guests/guest-list";
import { getGuest, paymentsOfGuest } from "#lib/customers/guests/queries";
import { createCustomer } from "#lib/customers/create-customer";
import { createPayment } from "#lib/payments/create-payment";
import type { Viewer } from "#lib/auth/viewer";
import { concealRows } from "#lib/discretion/conceal-rows";
import { columnsFor } from "#lib/exports/columns";
import { type Reading, readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { guestView } from "../../../app/[environment]/customers/guests/guest-view";
import { aWorld } from "#tests/support/world";

const queryOf = (viewer: Viewer, words: string) =>
  readQuery(guestList, fromWords(words), readingOf(viewer)).query;

/** Those that the list shows for an address. */
async function listed(viewer: Viewer, words = "") {
  const request = { direction: "older", from: null, size: 25 } as const;
  return (await guestList.page(viewer, queryOf(viewer, words), request)).rows;
}

function pay(viewer: Viewer, amount: number, method = "pm_card_visa", customerId?: string) {
  const input = {
    amount,
    currency: "eur",
    paymentMethodTypes: ["card"],
    paymentMethodId: method,
    customerId,
  };
  return createPayment(viewer, input, {});
}

test("guests with one card are one, with all they paid, newest first", async () => {
  const { viewer } = await aWorld();
  const first = await pay(viewer, 1000);
  const second = await pay(viewer, 2000);
  await pay(viewer, 500, "pm_card_mastercard");
  const { id: customerId } = await createCustomer(viewer, {});
  await pay(viewer, 9000, "pm_card_visa", customerId);
  const rows = await listed(viewer);
  expect(rows.map(({ brand, spend, paymentCount }) => [brand, spend, paymentCount]).sort()).toEqual([
    ["mastercard", 500, 1],
    ["visa", 3000, 2],
  ]);
  const spent = async (words: string) => (await listed(viewer, words)).map(({ spend }) => spend);
  expect(await spent("sort=smallest")).toEqual([500, 3000]);
  expect(await spent("sort=oldest")).toEqual([3000, 500]);
  expect(await spent("by=phone")).toEqual([]);
  const sum = (reading: Partial<Reading>) =>
    guestList.sum(viewer, queryOf(viewer, ""), { ...readingOf(viewer), ...reading });
  expect(await sum({})).toEqual([{ currency: "eur", count: 2, amount: 3500 }]);
  expect(await sum({ seesPayments: false })).toEqual([{ currency: null, count: 2, amount: 0 }]);
  const visa = rows.find(({ brand }) => brand === "visa");
  const guest = await getGuest(viewer, visa?.id ?? "");
  const all = await paymentsOfGuest(viewer, guest, { from: null, size: 25 });
  expect(all.payments.map(({ id }) => id)).toEqual([second.id, first.id]);
  const newest = await paymentsOfGuest(viewer, guest, { from: null, size: 1 });
  expect(newest.payments.map(({ id }) => id)).toEqual([second.id]);
  const older = await paymentsOfGuest(viewer, guest, { from: newest.older, size: 1 });
  expect(older).toMatchObject({ payments: [{ id: first.id }], older: null });
  const spending = await spendingOf(viewer, { guest });
  expect(spending.sums).toEqual([{ currency: "eur", amount: 3000, payments: 2 }]);
  expect(spending.months).toHaveLength(12);
  expect(spending.months.at(-1)?.amount).toBe(3000);
});

test("who is to be discreet sees what a guest paid, not who they are", async () => {
  const { viewer } = await aWorld();
  const billing = { email: "gina@example.com", name: "Gina Guest", phone: "+33 1 23 45 67 89" };
  const method = { type: "card", card: { token: "tok_visa" }, billingDetails: billing } as const;
  const input = { amount: 1000, currency: "eur", paymentMethodTypes: ["card"], paymentMethodData: method };
  const payment = await createPayment(viewer, input, {});
  const discreet = { ...viewer, conceal: concealRows };
  for (const kind of ["email", "phone", "card"] as const) {
    const rows = await listed(discreet, `by=${kind}`);
    expect(JSON.stringify(rows)).not.toMatch(/gina|Gina Guest|23456789|4242/);
    const guest = rows[0] ?? { kind, id: "" };
    const { payments } = await paymentsOfGuest(discreet, guest, { from: null, size: 5 });
    expect(payments.map(({ id }) => id)).toEqual([payment.id]);
    expect((await spendingOf(discreet, { guest })).sums).toMatchObject([{ amount: 1000 }]);
  }
});

test("when somebody paid last is told on the page as in the file: to who may see payments", async () => {
  const { viewer } = await aWorld();
  const permissions = new Set(viewer.permissions);
  permissions.delete("payments:read");
  for (const who of [viewer, { ...viewer, permissions }]) {
    const [shown, filed] = [guestView.columns(who).map(({ key }) => key), columnsFor(who, "guests")];
    const seesLast = who === viewer;
    expect([shown.includes("first"), filed.includes("first_payment")]).toEqual([true, true]);
    expect([shown.includes("last"), filed.includes("last_payment")]).toEqual([seesLast, seesLast]);
  }
});

test("another business's guest is not found, and nobody looks without the permission", async () => {
  const { viewer, viewerWith } = await aWorld();
  await pay(viewer, 1000);
  const rows = await listed(viewer);
  await expect(getGuest((await aWorld()).viewer, rows[0]?.id ?? "")).rejects.toMatchObject({
    facts: { status: 404 },
  });
  const nobody = viewerWith(["iam_admin"]);
  await expect(listed(nobody)).rejects.toMatchObject({
    facts: { status: 403 },
  });
  await expect(
    paymentsOfGuest(nobody, { kind: "card", id: "x" }, { from: null, size: 1 }),
  ).rejects.toMatchObject({
    facts: { status: 403 },
  });
});
