import AxeBuilder from "@axe-core/playwright";
import { expect, type PlaywrightTestArgs, type PlaywrightTestOptions, test } from "@playwright/test";
import type Stripe from "stripe";
import { demoApi } from "#tests/support/demo-api";
import { signIn } from "#tests/support/sign-in";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("what a customer sent ahead pays what waits for it, and the rest goes back", payAndSendBack);
  test("what waits for their bank details is canceled once", cancelReturn);
  test("a customer names their bank account on the page they were mailed", nameAccount);
});

test.describe("with scripts", () => {
  test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");

  test("what waits for their bank details is canceled once", cancelReturn);
  test("a customer names their bank account on the page they were mailed", nameAccount);
});

type Visit = Pick<PlaywrightTestArgs, "page"> & PlaywrightTestOptions;

async function payAndSendBack({ page, baseURL }: Visit) {
  const stripe = demoApi(baseURL);
  const { id: customer } = await stripe.customers.create({
    cash_balance: { settings: { reconciliation_mode: "manual" } },
  });
  const currency = "eur";
  const transfer = { type: "eu_bank_transfer", eu_bank_transfer: { country: "FR" } } as const;
  await stripe.paymentIntents.create({
    amount: 3000,
    currency,
    customer,
    allowed_payment_method_types: ["customer_balance"],
    payment_method_data: { type: "customer_balance" },
    payment_method_options: { customer_balance: { funding_type: "bank_transfer", bank_transfer: transfer } },
    confirm: true,
  });
  await stripe.testHelpers.customers.fundCashBalance(customer, { amount: 5000, currency });

  await signIn(page, "support", `/maison-lavande-test/customers/${customer}`);
  await expect(page.getByText("€50.00 sent ahead and not spent")).toBeVisible();
  await page.getByRole("button", { name: "Pay €30.00 from it" }).click();
  await expect(page.getByText("€20.00 sent ahead and not spent")).toBeVisible();
  await page.getByRole("link", { name: "Send back" }).click();
  await page.getByLabel("Amount").fill("20.01");
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(
    page.getByText("This is more than is left of the money they sent ahead.").first(),
  ).toBeVisible();
  await page.getByLabel("Amount").fill("20");
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("All of what they sent ahead is spent or sent back.")).toBeVisible();
  await expect(page.getByRole("table", { name: /cash balance/ })).toContainText("On its way");
}

async function cancelReturn({ page, baseURL }: Visit) {
  const { stripe, customer, refund } = await askForAccount(baseURL, { name: "Ada" });
  await signIn(page, "support", `/maison-lavande-test/customers/${customer}`);
  await page.getByRole("link", { name: "Sent back to their bank" }).click();
  await page.getByRole("link", { name: "Cancel…" }).click();
  await expect(page.getByText("€12.00 is not sent to the bank of Ada")).toBeVisible();
  await page.getByRole("button", { name: "Cancel the return of €12.00" }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
  await page.goto(`/maison-lavande-test/transactions/cash-returns/${refund}/cancel`);
  await expect(page.getByText("There is nothing left to cancel.")).toBeVisible();
  expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ eur: 5000 });
}

async function nameAccount({ page, baseURL, javaScriptEnabled }: Visit) {
  const { stripe, refund, email } = await askForAccount(baseURL, { preferred_locales: ["fr"] });
  await signIn(page, "admin", "/maison-lavande-test/outbox");
  await page.locator("tr", { hasText: email }).getByRole("link").first().click();
  const [address] = /http\S+\/bank-details\/\S+/.exec((await page.locator("main").textContent()) ?? "") ?? [];
  await page.goto(new URL(address ?? "").pathname);
  await page.getByLabel("IBAN").fill("DE12 3456");
  await page.getByRole("button", { name: "Envoyer l’argent" }).click();
  await expect(page.getByLabel("IBAN")).toHaveValue("DE12 3456");
  await expect(page.getByText("Ce n’est pas un IBAN").first()).toBeVisible();
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel("IBAN").fill("DE89 3704 0044 0532 0130 00");
  await page.getByRole("button", { name: "Envoyer l’argent" }).click();
  await expect(page.getByText("est en route vers votre compte •• 3000")).toBeVisible();
  expect(await stripe.refunds.retrieve(refund)).toMatchObject({ status: "pending" });
}

/** Somebody who gets 12 of their 50 euros back, once they have said where. */
async function askForAccount(baseURL: string | undefined, change: Stripe.CustomerCreateParams) {
  const stripe = demoApi(baseURL);
  const email = `${Date.now()}.fill_never@example.com`;
  const { id: customer } = await stripe.customers.create({ email, ...change });
  const currency = "eur";
  await stripe.testHelpers.customers.fundCashBalance(customer, { amount: 5000, currency });
  const back = { origin: "customer_balance", customer, amount: 1200, currency } as const;
  const { id: refund } = await stripe.refunds.create(back);
  return { stripe, customer, refund, email };
}
