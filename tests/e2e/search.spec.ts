import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { signIn } from "#tests/support/sign-in";

const home = `/${demoSlug}`;

test("results come as one types, filters are suggested, and Enter shows all by kind", async ({ page }) => {
  await signIn(page, "viewer", `${home}/transactions`);
  await page.keyboard.press("/");
  await page.keyboard.type("lavande");
  const form = page.getByRole("search");
  await expect(form.getByRole("link", { name: "View all results" })).toBeVisible();
  await expect(form.getByText("Payments", { exact: true })).toBeVisible();
  await form.getByRole("searchbox").fill("lavande -sta");
  await form.getByRole("link", { name: "lavande -status:" }).click();
  await expect(form.getByRole("searchbox")).toHaveValue("lavande -status:");
  await page.keyboard.type("succeeded");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=lavande\+-status%3Asucceeded/);
  await page.getByText("How this was understood").click();
  await expect(page.getByText("Without: The status is “Succeeded”")).toBeVisible();
  await expect(page.getByRole("table", { name: /^Payments/ })).not.toContainText("Succeeded");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(`${home}/transactions`);
  await page.keyboard.press("/");
  await page.keyboard.type("email:example -has:customer");
  await expect(form.locator("b:has(wbr)").first()).toContainText("@");
  await page.goto(`${home}/transactions`);
  await page.keyboard.press("/");
  await form.getByRole("link", { name: "lavande -status:succeeded" }).click();
  await expect(page).toHaveURL(/q=lavande/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a search is kept until it is removed, and each kind leads to its full list, a page at a time", async ({
    page,
  }) => {
    await signIn(page, "viewer", `${home}/search`);
    await page.getByRole("link", { name: "-currency:usd" }).click();
    await page.getByRole("link", { name: "View all: Payments" }).click();
    const rows = page.getByRole("row");
    await expect(rows).toHaveCount(21);
    const first = await rows.nth(1).innerText();
    await page.getByRole("link", { name: "Older" }).click();
    await expect(rows.nth(1)).not.toHaveText(first);
    await page.getByRole("link", { name: "Back to the newest" }).click();
    await expect(rows.nth(1)).toContainText(first.split(/\s{2,}|\t|\n/)[0] ?? first);
    await page.goto(`${home}/search`);
    const kept = page
      .getByRole("form", { name: "Recent searches" })
      .getByRole("link", { name: "-currency:usd" });
    await expect(kept).toBeVisible();
    await page.getByRole("button", { name: "Remove -currency:usd" }).click();
    await expect(kept).toHaveCount(0);
  });
});
