import { expect, type Page, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { aDemoPayment } from "#tests/support/demo-payment";
import { signIn } from "../support/sign-in";

const home = `/${demoSlug}`;

/** Keys count once the page's scripts run. */
function ready(page: Page): Promise<void> {
  return page.waitForLoadState("networkidle");
}

test("keys lead around, open rows and lists, and never while one types", async ({ page, request }) => {
  // The newest payment of the demo business waits for an approval: its key leads nowhere.
  await aDemoPayment(request);
  await signIn(page, "admin", home);
  await ready(page);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(`${home}/transactions`);
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/transactions\/pi_/);
  await page.goto(`${home}/transactions?status=succeeded`);
  await ready(page);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/transactions\/pi_/);
  await ready(page);
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/refund\?key=/);
  await page.goBack();
  await ready(page);

  await page.keyboard.press("/");
  await page.keyboard.type("gb?");
  await expect(page.getByRole("searchbox").first()).toHaveValue("gb?");
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Next row");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Pages and actions" });
  await expect(palette).toBeVisible();
  // It ends a composed letter, and goes nowhere.
  await palette.getByRole("searchbox").dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await page.keyboard.type("disp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${home}/transactions/disputes`);
  await expect(page.getByRole("link", { name: "Disputes" }).first()).toBeVisible();
});

test("T looks at the page in the next theme, one after another until it is the first again", async ({
  page,
}) => {
  await signIn(page, "admin", `${home}/transactions`);
  const root = page.locator("html");
  for (const theme of ["light", "dark", null]) {
    await ready(page);
    await page.keyboard.press("T");
    if (theme) await expect(root).toHaveAttribute("data-theme", theme);
    else await expect(root).not.toHaveAttribute("data-theme");
    await expect(page).toHaveURL(`${home}/transactions`);
  }
});

test("who turned the keys off presses them in vain, and is told of none", async ({ page }) => {
  await signIn(page, "developer", `${home}/keyboard`);
  await page.getByRole("button", { name: "Turn keys off" }).click();
  await expect(page.getByText("Keys do nothing for you now.")).toBeVisible();
  await page.goto(`${home}/transactions`);
  await ready(page);
  await expect(page.locator("[aria-keyshortcuts]")).toHaveCount(0);
  await expect(page.locator(".ui-search .ui-kbd")).toBeHidden();
  for (const key of ["/", "?", "Control+k", "g", "c"]) await page.keyboard.press(key);
  await expect(page.getByRole("searchbox").first()).not.toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(`${home}/transactions`);
  await page.goto(`${home}/keyboard`);
  await page.getByRole("button", { name: "Turn keys on" }).click();
  await expect(page.getByText("Never while you type in a field.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("pages are found by name, and kept at hand", async ({ page }) => {
    await signIn(page, "viewer", `${home}/commands?q=refu`);
    await expect(page.locator("main li a")).toHaveText(["Refunds"]);
    await page.goto(`${home}/shortcuts`);
    await page.getByRole("link", { name: "Pin Refunds" }).click();
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.locator(".ui-sidebar").getByRole("link", { name: "Refunds" })).toBeVisible();
  });
});
