import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signIn } from "#tests/support/sign-in";

test.beforeEach(({ page }) => signIn(page));

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to say about any piece, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/design");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
}

test("nothing is wider than the screen", async ({ page }) => {
  await page.goto("/design");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("a button that cannot be pressed says why", async ({ page }) => {
  await page.goto("/design");
  const button = page.locator("button[aria-disabled]");
  await button.focus();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await expect(button).toHaveAccessibleDescription("This payment was refunded in full on 22 November.");
});

test("the page speaks the browser's language", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: "fr-FR" });
  await signIn(page);
  await page.goto("/design");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { level: 1 }).first()).toContainText("Le système graphique");
  await page.close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("filters unfold, one at a time", async ({ page }) => {
    await page.goto("/design");
    await page.locator("summary", { hasText: "Status" }).click();
    await expect(page.getByLabel("Partly refunded")).toBeVisible();
    await page.locator("summary[aria-label='Date: Last 7 days']").click();
    await expect(page.getByLabel("Partly refunded")).toBeHidden();
  });

  test("the theme is chosen and kept", async ({ page }) => {
    await page.goto("/design");
    await page.locator("summary[aria-label='Your profile']").click();
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.goto("/design");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("the chart is drawn over its table, and no button promises what only scripts can do", async ({
    page,
  }) => {
    await page.goto("/design");
    await page.getByRole("figure").getByText("Table", { exact: true }).click();
    await expect(page.getByRole("table", { name: "Gross volume by day." })).toBeVisible();
    await expect(page.locator(".ui-chart-line").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy" })).toHaveCount(0);
  });
});

test.describe("with scripts", () => {
  test("a slash leads to the search field, Escape folds what was open", async ({ page }) => {
    await page.goto("/design");
    await page.locator("summary", { hasText: "Status" }).click();
    await page.keyboard.press("Escape");
    await expect(page.locator("details[open]")).toHaveCount(0);
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
  });

  test("an id is copied with one press", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/design");
    await page.getByRole("button", { name: "Copy" }).first().click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("pi_1S2kQm8xTgV4");
  });
});

test.describe("on a phone", { tag: "@phone" }, () => {
  test.beforeEach(({ isMobile }) => test.skip(!isMobile, "A phone only."));

  test("rows become cards and the rest of the navigation opens from the tab bar", async ({ page }) => {
    await page.goto("/design");
    await expect(page.getByRole("columnheader", { name: "Method" })).not.toBeInViewport();
    await expect(page.getByText("Mastercard •• 4444").first()).toBeHidden();
    await page.getByRole("link", { name: "More" }).click();
    await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Close menu" }).click();
    await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeHidden();
  });
});
