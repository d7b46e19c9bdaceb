import { expect, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { signIn } from "../support/sign-in";

const home = `/${demoSlug}`;

test("the day: what there is, another period, what a figure counts, and the same as a file", async ({
  page,
}) => {
  await signIn(page, "owner", home);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home");
  await expect(page.getByText(/^Yesterday /).first()).toBeVisible();
  await page.getByText("Last 4 weeks", { exact: true }).first().click();
  await page.getByRole("link", { name: "Last 12 months" }).click();
  await expect(page).toHaveURL(`${home}?period=12m`);
  await expect(
    page.getByText("Other currencies were converted to EUR: these amounts are estimates."),
  ).toBeVisible();

  const countries = page.getByRole("region", { name: "Volume by country" });
  const picture = page.waitForEvent("download");
  await countries.getByRole("button", { name: "Download PNG" }).click();
  expect((await picture).suggestedFilename()).toMatch(/^country-.*\.png$/);
  const [, first] = await countries.getByRole("row").all();
  const volume = await first?.getByRole("cell").nth(1).textContent();
  await countries.locator(".ui-row-link").first().click();
  await expect(page.locator(".ui-tile-value > span")).toHaveText(volume?.replace("Gross volume", "") ?? "");
  await expect(page.locator("main .ui-row-link").first()).toBeVisible();
  await page.goBack();

  const tile = page.getByRole("region", { name: "Gross volume" });
  const total = await tile.locator(".ui-tile-value > span").textContent();
  await tile.locator(".ui-chart-plot").hover();
  await expect(tile.locator(".ui-chart-plot")).toHaveAttribute("data-drawn");
  await tile.getByRole("link", { name: "What it counts" }).click();
  await expect(page.locator(".ui-tile-value > span")).toHaveText(total ?? "");
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/^gross-.*\.csv$/);
  await page.locator("main .ui-row-link").first().click();
  await expect(page).toHaveURL(/transactions\/pi_/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a person chooses what the overview shows, in which order, for themselves", async ({ page }) => {
    await signIn(page, "analyst", `${home}/overview/edit`);
    await page.getByRole("link", { name: "Remove Payments", exact: true }).click();
    await page.getByRole("link", { name: "Move Gross volume down" }).click();
    await page.getByRole("link", { name: "Add Dispute rate" }).click();
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(home);
    const titles = page.locator(".ui-tile h3");
    await expect(titles.first()).toHaveText("Net volume");
    await page.getByRole("link", { name: "Edit overview" }).click();
    await page.getByRole("link", { name: "Remove Net volume", exact: true }).click();
    await page.getByRole("link", { name: "Cancel", exact: true }).last().click();
    await expect(page).toHaveURL(home);
    await expect(titles.first()).toHaveText("Net volume");
    await expect(titles.nth(1)).toHaveText("Gross volume");
    await expect(titles.last()).toHaveText("Dispute rate");
    await expect(titles.filter({ hasText: /^Payments$/ })).toHaveCount(0);
    const volume = page.getByRole("region", { name: "Gross volume" });
    await volume.getByText("Table", { exact: true }).click();
    await expect(volume.getByRole("table").getByRole("row")).toHaveCount(29);
    await page.goto(`${home}?period=12m&step=day`);
    await page.getByRole("region", { name: "Gross volume" }).getByRole("link", { name: "Table" }).click();
    await expect(page).toHaveURL(/overview\/gross\?period=12m&step=day#chart-gross-table/);
    const days = page.getByRole("table", { name: /^Gross volume/ }).getByRole("row");
    await expect(days.nth(360)).toBeVisible();
    await page.goto(`${home}/overview/reason`);
    await expect(page.getByRole("table", { name: "The failed payments" })).toBeVisible();
    await page.context().clearCookies();
    await signIn(page, "viewer", home);
    await expect(titles.first()).toHaveText("Gross volume");
  });
});
