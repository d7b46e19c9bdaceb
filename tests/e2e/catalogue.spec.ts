import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "#tests/support/sign-in";

const products = "/maison-lavande-test/products";

/** Nothing that axe finds fault with. */
async function expectAccessible(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

test(
  "a product is added with a price in tiers, and its price worked out",
  { tag: "@phone" },
  async ({ page }) => {
    const name = `Seminar ${Date.now()}`;
    await signIn(page, "developer", `${products}/new`);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Graduated").check();
    await page.getByLabel("Last unit").fill("10");
    await page.getByLabel("Per unit").first().fill("seven");
    await page.getByRole("button", { name: "Add a tier" }).click();
    await expect(page.getByText("Tier 3")).toBeVisible();
    await page.getByLabel("Last unit").nth(1).fill("50");
    await page.getByLabel("Per unit").nth(1).fill("5.5");
    await page.getByLabel("Per unit").nth(2).fill("4.125");
    await page.getByRole("button", { name: "Add the product" }).click();
    await expect(page.getByRole("alert").getByText("This is not an amount")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Per unit").first().fill("7");
    await page.getByRole("button", { name: "Add the product" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await page.getByRole("link", { name: "From €7.00 per unit" }).click();
    await page.getByLabel("Quantity").fill("63");
    await page.getByRole("button", { name: "Work it out" }).click();
    await expect(page.getByText("Tier 3: 13 × €4.125")).toBeVisible();
    await expect(page.getByText("€343.63")).toBeVisible();
    await expectAccessible(page);
  },
);

test.describe("without scripts, in French", () => {
  test.use({ javaScriptEnabled: false, locale: "fr-FR" });

  test("a coupon in two currencies gets a code, which is switched off", async ({ page }) => {
    const code = `ETE${Date.now()}`;
    await signIn(page, "support", `${products}/coupons/new`);
    await page.getByLabel("Un montant").check();
    await page.getByRole("textbox", { name: "Montant" }).fill("5,00");
    await page.locator("#name").fill("Été");
    await page.getByLabel("Autre devise").selectOption("jpy");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await expect(page.locator("#name")).toHaveValue("Été");
    await page.getByRole("textbox", { name: "Montant" }).nth(1).fill("800");
    await page.getByRole("button", { name: "Créer le bon" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("5,00 € de réduction, une fois");
    await expect(page.getByText("800 JPY")).toBeVisible();

    await page.getByRole("link", { name: "Ajouter un code" }).click();
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Ajouter le code" }).click();
    await expect(page.getByText("Valable")).toBeVisible();
    await page.getByRole("button", { name: "Désactiver" }).click();
    await expect(page.getByText("Désactivé")).toBeVisible();
  });
});

test("a product is copied to another account once it was said what will happen", async ({ page }) => {
  await signIn(page, "owner", products);
  await page.getByRole("link", { name: "Lavande au bureau" }).click();
  await page.getByRole("link", { name: "Copy to…" }).click();
  await page.getByLabel("To which environment").selectOption({ label: "Kestrel & Co · Test environment" });
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await expect(page.getByText("Will be added").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Copy to Kestrel/ }).click();
  await expect(page).toHaveURL(/kestrel[\w-]*\/products\/prod_/);
  await expect(
    page.getByText(/^The product was copied here, to Kestrel & Co · Test environment/),
  ).toBeVisible();
  await expect(page.getByText("From €7.00 per unit per month")).toBeVisible();
});

test("who may only read the catalogue is offered nothing to change", async ({ page }) => {
  await signIn(page, "viewer", products);
  await expect(page.getByRole("link", { name: "Add a product" })).toHaveCount(0);
  await page.getByRole("link", { name: "Lavande au bureau" }).click();
  for (const name of ["Edit", "Delete", "Add a price"]) {
    await expect(page.getByRole("main").getByRole("link", { name })).toHaveCount(0);
  }
  await page.goto(`${products}/new`);
  await expect(page.getByRole("button", { name: "Add the product" })).toHaveCount(0);
});
