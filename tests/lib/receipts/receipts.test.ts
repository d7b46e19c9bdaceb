import { expect, test } from "vitest";
import { find } from "#db/rows";
import { mails } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { getAccount } from "#lib/accounts/queries";
import { detailsOf, updateAccount } from "#lib/accounts/update-account";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { runDueJobs } from "#lib/jobs/run-due";
import { mailsOfPayment } from "#lib/mail/queries";
import { capturePayment } from "#lib/payments/capture-payment";
import { getCharge } from "#lib/payments/queries";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { openReceipt, unlockReceipt } from "#lib/receipts/open-receipt";
import { receiptWords } from "#lib/receipts/receipt-words";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aWorld, later } from "#tests/support/world";

const to = ["ana@example.com"];

async function chargeOf(viewer: Viewer, payment: PaymentIntentRow): Promise<ChargeRow> {
  return getCharge(viewer, payment.latestChargeId ?? "");
}

async function openedReceipt(viewer: Viewer, payment: PaymentIntentRow) {
  const opened = await openReceipt((await chargeOf(viewer, payment)).receiptToken, undefined);
  if (!opened) throw new Error("There is no receipt");
  return opened;
}

test("a receipt is numbered once, and its mail stays in the outbox of a test environment", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer, { description: "A <b>lamp</b>" });
  expect((await chargeOf(viewer, payment)).receiptNumber).toBeNull();
  const [mail] = await sendReceipt(viewer, { paymentIntentId: payment.id, to });
  const charge = await chargeOf(viewer, payment);
  expect(charge.receiptNumber).toMatch(/^\d{4}-\d{4}$/);
  expect(mail).toMatchObject({ state: "would_be_sent", to: "ana@example.com", paymentIntentId: payment.id });
  expect(mail?.subject).toContain(charge.receiptNumber);
  expect(mail?.text).toContain("€50.00");
  expect(mail?.text).toContain(`/receipts/${charge.receiptToken}`);
  expect(mail?.html).toContain("A &lt;b&gt;lamp&lt;/b&gt;");

  await sendReceipt(viewer, { paymentIntentId: payment.id, to: ["b@example.com", "c@example.com"] });
  expect((await chargeOf(viewer, payment)).receiptNumber).toBe(charge.receiptNumber);
  const told = await mailsOfPayment(viewer, payment.id);
  expect(told.map((one) => one.to)).toEqual(["c@example.com", "b@example.com", "ana@example.com"]);
});

test("the mail speaks the customer's language, else the account's", async () => {
  const { viewer } = await aWorld();
  const { id } = await createCustomer(viewer, { preferredLocales: ["de-DE", "fr-CA"] });
  const french = await aPayment(viewer, { customerId: id });
  const [mail] = await sendReceipt(viewer, { paymentIntentId: french.id, to });
  expect(mail?.subject).toMatch(/^Votre reçu/);
  const [other] = await sendReceipt(viewer, { paymentIntentId: (await aPayment(viewer)).id, to });
  expect(other?.subject).toMatch(/^Your receipt/);
});

test("the receipt says where the business is, whom to ask and by which terms it sells", async () => {
  const { viewer } = await aWorld();
  const account = await getAccount(viewer);
  await updateAccount(viewer, {
    ...detailsOf(account),
    locale: "en",
    supportUrl: "https://shop.test/help",
    supportLine1: "1 <b>Quay</b> Street",
    supportPostalCode: "75001",
    supportCity: "Paris",
    supportCountry: "FR",
    termsUrl: "https://shop.test/terms",
    privacyUrl: "https://shop.test/privacy",
  });
  const [mail] = await sendReceipt(viewer, { paymentIntentId: (await aPayment(viewer)).id, to });
  for (const said of [
    "Reach Test Business: https://shop.test/help",
    "Test Business, 1 <b>Quay</b> Street, 75001 Paris, France",
    "Terms of sale: https://shop.test/terms · Privacy policy: https://shop.test/privacy",
  ]) {
    expect(mail?.text).toContain(said);
  }
  expect(mail?.html).not.toContain("<b>Quay");
});

test("the receipt follows the refunds", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer);
  await refundPayment(viewer, { paymentId: payment.id, amount: 1000 });
  const { receipt } = await openedReceipt(viewer, payment);
  const words = receiptWords(receipt, "en");
  expect(words.lines.map((line) => line.amount)).toEqual([5000, -1000]);
  expect(words.total).toMatchObject({ amount: 4000, label: "Amount paid after refunds", value: "€40.00" });
  expect(words.introduction).toBe("Test Business refunded €10.00 of your payment.");
  expect(words.facts).toContainEqual({ label: "Payment method", value: "Visa ending 4242" });
  expect(words.test).toBe("This is a test. Nobody was charged.");
});

test("what did not succeed has no receipt", async () => {
  const { viewer } = await aWorld();
  const waiting = await aPayment(viewer, { captureMethod: "manual" });
  await expect(sendReceipt(viewer, { paymentIntentId: waiting.id, to })).rejects.toMatchObject({
    facts: { status: 400 },
  });
  expect(await openReceipt((await chargeOf(viewer, waiting)).receiptToken, undefined)).toBeNull();
  expect(await mailsOfPayment(viewer, waiting.id)).toEqual([]);
});

test("an address that is none is refused before anything is sent", async () => {
  const { viewer } = await aWorld();
  const { id } = await aPayment(viewer);
  for (const wrong of [[], ["nobody"], ["a@b.c", "x y@z.fr"], Array.from({ length: 11 }, () => "a@b.fr")]) {
    await expect(sendReceipt(viewer, { paymentIntentId: id, to: wrong })).rejects.toMatchObject({
      facts: { status: 400, code: "email_invalid" },
    });
  }
  expect(await mailsOfPayment(viewer, id)).toEqual([]);
});

test("a test payment sends nothing by itself; a live one keeps its promise, once the money is taken", async () => {
  const { viewer, environment } = await aWorld();
  const receiptEmail = "ana@example.com";
  const tested = await aPayment(viewer, { receiptEmail });
  expect(await mailsOfPayment(viewer, tested.id)).toEqual([]);

  const live: Viewer = { ...viewer, environment: { ...environment, kind: "live" } };
  const paid = await aPayment(live, { receiptEmail });
  expect(await mailsOfPayment(viewer, paid.id)).toMatchObject([{ to: receiptEmail, state: "kept" }]);
  const held = await aPayment(live, { receiptEmail, captureMethod: "manual" });
  expect(await mailsOfPayment(viewer, held.id)).toEqual([]);
  await capturePayment(live, { paymentId: held.id });
  expect(await mailsOfPayment(viewer, held.id)).toHaveLength(1);
});

test("who may not send receipts does not, and another account's payment is not found", async () => {
  const { viewer, viewerWith } = await aWorld();
  const { id } = await aPayment(viewer);
  await expect(sendReceipt(viewerWith(["view_only"]), { paymentIntentId: id, to })).rejects.toMatchObject({
    facts: { status: 403 },
  });
  expect(await sendReceipt(viewerWith(["refund_analyst"]), { paymentIntentId: id, to })).toHaveLength(1);
  const { viewer: stranger } = await aWorld();
  await expect(sendReceipt(stranger, { paymentIntentId: id, to })).rejects.toMatchObject({
    facts: { status: 404 },
  });
  expect(await mailsOfPayment(stranger, id)).toEqual([]);
});

test("a receipt's address opens it for 30 days, then asks for the email it was made out to", async () => {
  const { viewer } = await aWorld();
  const old = later(viewer, -31 * day);
  const payment = await aPayment(old, { receiptEmail: "Ana@example.com" });
  const { receiptToken: token } = await chargeOf(viewer, payment);
  expect((await openReceipt(token, undefined))?.state).toBe("locked");

  expect(await unlockReceipt(token, "eve@example.com", null)).toEqual({ ok: false, reason: "wrong_email" });
  const unlocked = await unlockReceipt(token, " ANA@example.com ", null);
  if (!unlocked.ok) throw new Error("The right address did not open it");
  expect((await openReceipt(token, unlocked.proof))?.state).toBe("open");
  expect((await openReceipt(token, `${Date.now() + day}.forged`))?.state).toBe("locked");

  await sendReceipt(viewer, { paymentIntentId: payment.id, to });
  expect((await openReceipt(token, undefined))?.state).toBe("open");
});

test("guessing the email of an old receipt has an end", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(later(viewer, -31 * day), { receiptEmail: "ana@example.com" });
  const { receiptToken: token } = await chargeOf(viewer, payment);
  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await unlockReceipt(token, `guess${i}@example.com`, null));
  expect(answers.at(-1)).toEqual({ ok: false, reason: "too_many_tries" });
  expect(await unlockReceipt(token, "ana@example.com", null)).toEqual({
    ok: false,
    reason: "too_many_tries",
  });
});

test("an address that nobody was given opens nothing", async () => {
  const { environment } = await aWorld();
  for (const token of ["", "x", `${environment.id}-${"a".repeat(24)}`, `999999-${"a".repeat(24)}`]) {
    expect(await openReceipt(token, undefined)).toBeNull();
  }
});

test("a mail that was sent is kept as it was", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer);
  const [mail] = await sendReceipt(viewer, { paymentIntentId: payment.id, to });
  expect(await find(await reader(viewer), mails, mail?.id ?? "")).toEqual(mail);
});

test("the receipt follows a dispute, in the customer's words", async () => {
  const { viewer, environment } = await aWorld();
  const payment = await aPayment(viewer, { paymentMethodId: "pm_card_createDispute" });
  await runDueJobs(environment, Date.now());
  const { receipt } = await openedReceipt(viewer, payment);
  expect(receipt.dispute).toBe("open");
  expect(receiptWords(receipt, "en").dispute).toMatch(/^Your bank looks into this payment/);
  expect(
    receiptWords((await openedReceipt(viewer, await aPayment(viewer))).receipt, "en").dispute,
  ).toBeNull();
});
