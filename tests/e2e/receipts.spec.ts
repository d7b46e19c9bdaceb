import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type Stripe from "stripe";
import { demoApi } from "#tests/support/demo-api";

function receiptOf({ receipt_url: url }: Stripe.Charge): string {
  if (!url) throw new Error("The charge has no receipt");
  return new URL(url).pathname;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("an old receipt opens to the email it was made out to", async ({ page, baseURL }) => {
      const before = Math.floor(Date.now() / 1000) - 60 * 86_400;
      const { data } = await demoApi(baseURL).charges.list({ created: { lt: before }, limit: 100 });
      const place = test.info().project.name === "phone" ? 2 : 0;
      const old = data.filter((charge) => charge.receipt_url && charge.billing_details.email);
      const charge = old[place + Number(javaScriptEnabled)];
      if (!charge) throw new Error("The demo has no old charge");
      await page.goto(receiptOf(charge));
      await expect(page.getByRole("table")).toHaveCount(0);
      const email = page.getByRole("textbox");
      await email.fill("eve@example.com");
      await page.getByRole("button").click();
      await expect(email).toHaveValue("eve@example.com");
      await expect(email).toHaveAttribute("aria-invalid", "true");
      await email.fill(charge.billing_details.email ?? "");
      await page.getByRole("button").click();
      await expect(page.getByRole("table")).toBeVisible();
    });
  });
}

test("a receipt follows its refunds, in the customer's language or the browser's", async ({
  page,
  browser,
  baseURL,
}) => {
  const stripe = demoApi(baseURL);
  const payment = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: "pm_card_visa",
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    description: "A lamp",
    confirm: true,
    expand: ["latest_charge"],
  });
  if (typeof payment.latest_charge !== "object" || !payment.latest_charge)
    throw new Error("There is no charge");
  const path = receiptOf(payment.latest_charge);
  await page.goto(path);
  await expect(page).toHaveTitle("Receipt from Maison Lavande");
  await expect(page.locator("main")).toContainText("Visa ending 4242");
  await expect(page.locator("main")).toContainText("A lamp");
  await expect(page.getByText("This is a test. Nobody was charged.")).toBeVisible();
  for (const [name, href] of [
    ["bonjour@maison-lavande.test", "mailto:bonjour@maison-lavande.test"],
    ["+33 1 55 55 01 26", "tel:+33155550126"],
    ["https://maison-lavande.test/aide", "https://maison-lavande.test/aide"],
  ] as const) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("href", href);
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await stripe.refunds.create({ payment_intent: payment.id, amount: 1000 });
  await page.reload();
  await expect(page.getByRole("row", { name: "Amount paid after refunds" })).toContainText("40.00");
  const french = await browser.newPage({ baseURL, locale: "fr-FR" });
  await french.goto(path);
  await expect(french.getByRole("heading", { level: 1 })).toHaveText("Reçu émis par Maison Lavande");
  await french.close();
});

test("an address that nobody was given says so, to those without scripts too", async ({ request }) => {
  const answer = await request.get("/receipts/1-aaaaaaaaaaaaaaaaaaaaaaaa");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toMatch(/<h1[^>]*>There is no receipt here/);
});
