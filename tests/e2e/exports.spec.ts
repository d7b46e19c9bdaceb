import { expect, test } from "@playwright/test";
import { aDemoPayment } from "#tests/support/demo-payment";
import { signInAs } from "#tests/support/pages-sign-in";
import { signIn } from "#tests/support/sign-in";
import { rowsOfCsv } from "#tests/support/spreadsheet";

const home = "/maison-lavande-test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("what a list is filtered to is exported, in the columns one chooses", async ({ page, request }) => {
      const shelf = `shelf ${Date.now()}`;
      const { id } = await aDemoPayment(request, {
        "metadata[place]": shelf,
        currency: "jpy",
        amount: "5000",
      });
      await signIn(page, "analyst", `${home}/transactions?date=today&currency=jpy`);
      await page.getByRole("link", { name: "Export", exact: true }).click();
      await expect(page.getByText("The list was filtered to", { exact: true })).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "Currency: JPY" })).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "Date: Today" })).toBeVisible();
      await page.getByLabel("Those chosen below").check();
      await page.getByText("Choose columns").click();
      for (const heading of ["created", "description", "email"]) {
        await page.getByRole("checkbox", { name: heading, exact: true }).uncheck();
      }
      await page.getByText("Metadata as columns").click();
      await page.getByRole("checkbox", { name: "place" }).check();
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export" }).click();
      expect((await coming).suggestedFilename()).toMatch(/^payments-.*\.csv$/);

      await expect(async () => {
        if (!javaScriptEnabled) await page.reload();
        await expect(page.getByRole("link", { name: "Download" })).toBeVisible({ timeout: 1000 });
      }).toPass();
      const href = (await page.getByRole("link", { name: "Download" }).getAttribute("href")) ?? "";
      const file = await page.request.get(href);
      expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="payments-.*\.csv"$/);
      const [heading = [], ...rows] = rowsOfCsv(await file.text());
      expect(heading).not.toContain("description");
      const mine = rows.find((row) => row[heading.indexOf("id")] === id) ?? [];
      expect(mine[heading.indexOf("metadata.place")]).toBe(shelf);
      expect(mine[heading.indexOf("amount")]).toBe("5000");
      expect(new Set(rows.map((row) => row[heading.indexOf("currency")]))).toEqual(new Set(["jpy"]));
    });
  });
}

test("a file is for who asked for it alone", async ({ page, playwright, baseURL }) => {
  await signIn(page, "analyst", `${home}/exports/new?of=refunds`);
  await page.getByRole("button", { name: "Export" }).click();
  await page.waitForURL(/exports\/exp_/);
  const file = `${new URL(page.url()).pathname}/file`;
  const colleague = await signInAs("admin", { request: playwright.request, baseURL });
  expect((await colleague.get(file)).status()).toBe(404);
  const agent = await signInAs("support_specialist", { request: playwright.request, baseURL });
  expect((await agent.get(file)).status()).toBe(403);
});
