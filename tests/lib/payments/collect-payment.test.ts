import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { charges, customers, paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { permissionsOf } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import { answerAuthentication } from "#lib/payments/authentication-page";
import { collectAgain, collectPayment, type NewPayment } from "#lib/payments/collect-payment";
import { declinedPayment } from "#lib/payments/declined-payment";
import { getPayment } from "#lib/payments/queries";
import { whereToAuthenticate } from "#lib/payments/where-to-authenticate";
import { isDomainError } from "#lib/errors";
import { expectLedgerToBalance } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await aWorld();
  viewer = world.viewer;
});

const card = (number: string) => ({ card: { number, expMonth: 4, expYear: 2034, cvc: "739" } });
const visa = { card: { number: "4242 4242 4242 4242", expMonth: 4, expYear: 2034, cvc: "739" } };
const plain: NewPayment = {
  amount: 4200,
  currency: "eur",
  customer: null,
  means: visa,
  capture: "now",
  description: null,
  statementSuffix: null,
  receiptEmail: null,
};
const take = (input: Partial<NewPayment> = {}, by = viewer) =>
  collectPayment(by, { ...plain, ...input }, { returnPath: "/back" });

const declined = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw new Error("It was not declined");
  return error.facts;
};

test("a typed card pays, with everything that was said of the payment", async () => {
  const payment = await take({
    description: "By phone",
    statementSuffix: "ORDER 7",
    receiptEmail: "zoe@example.com",
  });
  expect(payment).toMatchObject({
    status: "succeeded",
    amountReceived: 4200,
    description: "By phone",
    statementDescriptorSuffix: "ORDER 7",
    receiptEmail: "zoe@example.com",
    customerId: null,
    createdBy: { type: "person", name: "Amélie" },
  });
  await expectLedgerToBalance(viewer);
});

test("captured later, the amount is held", async () => {
  expect(await take({ capture: "later" })).toMatchObject({
    status: "requires_capture",
    amountCapturable: 4200,
  });
});

test("a customer pays with a method that is kept", async () => {
  const { id } = await createCustomer(viewer, { name: "Zoë", paymentMethodId: "pm_card_mastercard" });
  const { rows } = await listPaymentMethods(viewer, { limit: 1 }, { customerId: id });
  const payment = await take({ customer: { id }, means: { methodId: rows[0]?.id ?? "" } });
  expect(payment).toMatchObject({ customerId: id, brand: "mastercard", status: "succeeded" });
});

test("a new customer is added with the payment, and stays when it is declined", async () => {
  const paid = await take({ customer: { name: "Ana", email: "ana@example.com" } });
  expect(paid.customerId).toMatch(/^cus_/);
  const facts = await declined(
    take({ customer: { name: "Ben", email: null }, means: card("4000000000009995") }),
  );
  const { db } = await reader(viewer);
  const bens = await db.select().from(customers).where(eq(customers.name, "Ben"));
  const left = await getPayment(viewer, declinedPayment(facts) ?? "");
  expect(bens.map(({ id }) => id)).toEqual([left.customerId]);
});

test("a declined payment is collected with another card: one payment, two attempts", async () => {
  const facts = await declined(take({ means: card("4000000000009995") }));
  expect(facts).toMatchObject({ status: 402, declineCode: "insufficient_funds" });
  const paymentId = declinedPayment(facts) ?? "";
  const paid = await collectAgain(viewer, { paymentId, means: visa }, { returnPath: "/back" });
  expect(paid).toMatchObject({ id: paymentId, status: "succeeded", amountReceived: 4200 });
  const { db } = await reader(viewer);
  expect(await db.select().from(charges).where(eq(charges.paymentIntentId, paymentId))).toHaveLength(2);
});

test("a bank that wants to know its customer asks them on our page, and they come back", async () => {
  const waiting = await take({
    means: { card: { ...visa.card, number: "4000002760003184" } },
  });
  const path = whereToAuthenticate(waiting) ?? "";
  const [, , environment = "", payment = "", token = ""] = path.split("/");
  const told = await answerAuthentication({ environment, payment, token }, "succeeded");
  expect(told?.returnTo).toMatch(/^http.*\/back\?payment_intent=pi_/);
  expect(await getPayment(viewer, waiting.id)).toMatchObject({ status: "succeeded" });
  expect(whereToAuthenticate(await getPayment(viewer, waiting.id))).toBeNull();
});

test("a mistyped card is said of its field, and no payment is made of it", async () => {
  const { db } = await reader(viewer);
  const before = (await db.select().from(paymentIntents)).length;
  const facts = await declined(take({ means: card("4242424242424241") }));
  expect(facts).toMatchObject({ code: "incorrect_number", param: "number" });
  expect(declinedPayment(facts)).toBeNull();
  expect(await db.select().from(paymentIntents)).toHaveLength(before);
});

test.runIf(dialect === "sqlite")("the database never holds a card number or a security code", async () => {
  await take({ means: { card: { ...visa.card, number: "5555555555554444" } } });
  const file = (process.env["DATABASE_URL"] ?? "").replace("file:", "");
  const bytes = Buffer.concat([file, `${file}-wal`].map((path) => readFileSync(path)));
  for (const secret of ["4242424242424242", "4242 4242 4242 4242", "5555555555554444"]) {
    expect(bytes.includes(secret)).toBe(false);
  }
  expect(bytes.includes('"739"')).toBe(false);
});

test("who may not take payments takes none; a customer is added only by who may", async () => {
  const refused = { facts: { status: 403 } };
  await expect(take({}, world.viewerWith(["view_only"]))).rejects.toMatchObject(refused);
  await expect(take({}, world.viewerWith(["refund_analyst"]))).rejects.toMatchObject(refused);
  const permissions = new Set(permissionsOf({ roles: ["developer"], owner: false }, "test"));
  permissions.delete("customers:write");
  const customer = { name: "Ana", email: null };
  await expect(take({ customer }, { ...viewer, permissions })).rejects.toMatchObject(refused);
});

test("another account's customers, methods and payments are not there", async () => {
  const elsewhere = await aWorld();
  const theirs = await createCustomer(elsewhere.viewer, { paymentMethodId: "pm_card_visa" });
  const { rows } = await listPaymentMethods(elsewhere.viewer, { limit: 1 }, { customerId: theirs.id });
  const missing = { facts: { code: "resource_missing" } };
  await expect(take({ customer: { id: theirs.id } })).rejects.toMatchObject(missing);
  await expect(take({ means: { methodId: rows[0]?.id ?? "" } })).rejects.toMatchObject(missing);
  const open = declinedPayment(await declined(take({ means: card("4000000000009995") }))) ?? "";
  const again = collectAgain(elsewhere.viewer, { paymentId: open, means: visa }, { returnPath: "/" });
  await expect(again).rejects.toMatchObject(missing);
});
