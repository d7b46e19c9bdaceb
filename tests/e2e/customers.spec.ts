import { expect, test } from "@playwright/test";
import { demoApi } from "#tests/support/demo-api";
import { signIn } from "#tests/support/sign-in";

const home = "/maison-lavande-test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a pasted id and an email lead to the customer", async ({ page, baseURL }) => {
      const stripe = demoApi(baseURL);
      const email = `ana.${Date.now()}.${javaScriptEnabled}@example.com`;
      const customer = await stripe.customers.create({
        name: "Ana Silva",
        email,
        metadata: { shop: "Lyon" },
      });
      const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
      const payment = await stripe.paymentIntents.create({
        amount: 2500,
        currency: "eur",
        customer: customer.id,
        payment_method: method.id,
        automatic_payment_methods: { enabled: true, allow_redirects: "never" },
        confirm: true,
      });

      await signIn(page, "viewer", `${home}/search`);
      const search = page.getByRole("searchbox");
      for (const id of [customer.id, method.id]) {
        await search.fill(id);
        await search.press("Enter");
        await expect(page).toHaveURL(`${home}/customers/${customer.id}`);
        await expect(page.getByRole("heading", { level: 1 })).toContainText("Ana Silva");
      }
      await expect(page.getByRole("table", { name: "Payments, newest first" })).toContainText("25.00");
      await expect(page.getByRole("table", { name: /^Payment methods/ })).toContainText("Visa ending 4242");
      await expect(page.getByText("Lyon")).toBeVisible();
      await expect(page.getByText("€25.00").first()).toBeVisible();
      await expect(page.getByText("customer.created")).toBeVisible();

      await search.fill(email);
      await search.press("Enter");
      await page
        .getByRole("table", { name: /^Customers/ })
        .getByRole("link", { name: "Ana Silva" })
        .click();
      await expect(page).toHaveURL(`${home}/customers/${customer.id}`);

      await search.fill(payment.id);
      await search.press("Enter");
      await expect(page).toHaveURL(`${home}/transactions/${payment.id}`);
    });

    test("customers are paged both ways and filtered by email", async ({ page }) => {
      await signIn(page, "viewer", `${home}/customers`);
      const rows = page.getByRole("row");
      const first = await rows.nth(1).innerText();
      await page.getByRole("link", { name: "Older" }).click();
      await expect(rows.nth(1)).not.toHaveText(first);
      await page.getByRole("link", { name: "Newer" }).click();
      await expect(rows.nth(1)).toContainText(first.split(/\s{2,}|\t|\n/)[0] ?? first);
      await page.goto(`${home}/customers?email=nobody@example.com`);
      await expect(page.getByText("Nothing matches")).toBeVisible();
      await page
        .getByRole("link", { name: /^Clear/ })
        .first()
        .click();
      await expect(page).toHaveURL(`${home}/customers`);
    });
  });
}

test("what is not a customer here is not found", async ({ page, baseURL }) => {
  await signIn(page, "viewer", `${home}/customers`);
  for (const id of ["cus_nope", "x"]) {
    expect((await page.goto(`${home}/customers/${id}`))?.status()).toBe(404);
  }
  const { id } = await demoApi(baseURL).customers.create();
  await demoApi(baseURL).customers.del(id);
  expect((await page.goto(`${home}/customers/${id}`))?.status()).toBe(404);
});
