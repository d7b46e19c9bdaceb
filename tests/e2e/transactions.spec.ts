import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { demoApi } from "#tests/support/demo-api";
import { signIn } from "#tests/support/sign-in";

const list = "/maison-lavande-test/transactions";

const rows = (page: Page) => page.getByRole("table").locator("tbody tr");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("filters add up, stay in the address, and are taken away one by one", async ({ page }) => {
      await signIn(page, "viewer", list);
      await expect(rows(page)).toHaveCount(25);
      await page.locator("summary", { hasText: "Status" }).click();
      await page.getByRole("checkbox", { name: "Failed" }).check();
      await page.getByRole("checkbox", { name: "Blocked" }).check();
      await page.getByRole("button", { name: "Apply" }).click();
      await expect(page).toHaveURL(`${list}?status=failed&status=blocked`);
      await expect(rows(page)).toHaveCount(25);
      await expect(rows(page).filter({ hasText: /Failed|Blocked/ })).toHaveCount(25);

      await page.locator("summary", { hasText: "Amount" }).click();
      await page.getByLabel("At least").fill("1,0000");
      await page.getByLabel("At most").fill("40");
      await page.getByRole("button", { name: "Apply" }).click();
      await expect(page.getByText("amount_from: “1,0000” is not understood.")).toBeVisible();
      await page.locator("summary[aria-label^='Status:']").click();
      await page.getByRole("link", { name: "Remove this filter" }).click();
      await expect(page).toHaveURL(`${list}?currency=eur&amount_to=40.00`);
      await page.getByRole("link", { name: "Clear filters" }).click();
      await expect(page).toHaveURL(list);
    });

    test("older and newer lead on and back; a row leads to its payment", async ({ page }) => {
      // Older than what other tests pay meanwhile.
      await signIn(page, "viewer", `${list}?date=last_month`);
      const newest = rows(page).first().getByRole("link").first();
      const payment = (await newest.getAttribute("href")) ?? "";
      await page.getByRole("link", { name: "Older" }).click();
      await expect(newest).not.toHaveAttribute("href", payment);
      await page.getByRole("link", { name: "Newer" }).click();
      await expect(newest).toHaveAttribute("href", payment);
      await newest.click();
      await expect(page).toHaveURL(payment);
    });

    test("totals come by themselves, and without scripts when asked for", async ({ page }) => {
      await signIn(page, "viewer", `${list}?status=refunded`);
      if (!javaScriptEnabled) await page.getByRole("link", { name: "Add them up" }).click();
      await expect(page.getByText(/^\d+ results · €[\d,.]+/)).toBeVisible();
    });

    test("payments selected over two pages are refunded in one run, its money confirmed first", async ({
      page,
    }) => {
      // Older than what other tests pay and refund meanwhile.
      await signIn(page, "analyst", `${list}?status=succeeded&currency=eur&date=last_month`);
      const first = page.getByRole("checkbox", { name: /^Select pi_/ }).first();
      await first.check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Keep and go on" }).click();
      await page.getByRole("link", { name: "Older" }).click();
      await expect(page.getByText("1 selected")).toBeVisible();
      await first.check();
      await page.getByRole("button", { name: "Refund…" }).click();
      await expect(page.getByText("2 payments selected.")).toBeVisible();
      await page.getByRole("radio", { name: "A percentage" }).check();
      await page.getByLabel("Percentage or amount").fill("120");
      await page.getByLabel("Reason").selectOption("duplicate");
      await page.getByRole("button", { name: "Prepare" }).click();
      // What was chosen stays chosen: all that is left is much more than a tenth.
      await expect(page.getByLabel("Percentage or amount")).toHaveAccessibleDescription(/from 0.01 to 100/);
      await expect(page.getByRole("radio", { name: "A percentage" })).toBeChecked();
      await page.getByLabel("Percentage or amount").fill("10");
      await page.getByRole("button", { name: "Prepare" }).click();

      const confirm = page.getByRole("button", { name: /^Refund €[\d.]+ of 2 payments$/ });
      const until = (seen: Locator) =>
        expect(async () => {
          if (!javaScriptEnabled) await page.reload();
          await expect(seen).toBeVisible({ timeout: 1000 });
        }).toPass();
      await until(confirm);
      await confirm.click();
      await until(page.getByText("Finished"));
      await expect(page.getByText("2 of 2")).toBeVisible();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download the report" }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^bulk_\w+\.csv$/);
    });

    test("columns are chosen and moved, and a view of the list is saved, renamed and deleted", async ({
      page,
    }) => {
      await signIn(page, "analyst", `${list}?status=failed&sort=oldest`);
      const open = (name: string) => page.locator(".ui-chip > summary", { hasText: name }).click();
      await open("Columns");
      await page.getByRole("checkbox", { name: "ID", exact: true }).check();
      await page.getByRole("checkbox", { name: "Method", exact: true }).uncheck();
      await page.getByRole("button", { name: "Apply" }).last().click();
      const headings = page.getByRole("columnheader");
      const select = javaScriptEnabled ? "" : "Select this page";
      await expect(headings).toHaveText([select, /Amount/, "Status", "Customer", /Date/, "ID", "Actions"]);
      if (!javaScriptEnabled) await open("Columns");
      await page.getByRole("button", { name: "Move ID up" }).click();
      await expect(headings).toHaveText([select, /Amount/, "Status", "Customer", "ID", /Date/, "Actions"]);
      if (!javaScriptEnabled) await open("Columns");
      await page.getByRole("button", { name: "Usual columns" }).click();
      await expect(headings).toHaveText([
        select,
        /Amount/,
        "Status",
        "Customer",
        "Method",
        /Date/,
        "Actions",
      ]);

      const name = `Failures ${javaScriptEnabled ? "live" : "plain"}`;
      await page.goto(`${list}?status=failed&sort=oldest`);
      await open("Save view");
      await page.getByLabel("Name").fill(name);
      await page.getByRole("button", { name: "Save view" }).click();
      await expect(page).toHaveURL(/status=failed&sort=oldest&view=view_/);
      await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
      await open("This view");
      await page.getByLabel("Name").fill(`${name} again`);
      await page.getByRole("button", { name: "Save with these filters" }).click();
      await expect(page.getByRole("link", { name: `${name} again` })).toBeVisible();
      await open("This view");
      await page.getByRole("button", { name: "Delete the view" }).click();
      await expect(page).toHaveURL(`${list}?status=failed&sort=oldest`);
      await expect(page.getByRole("link", { name: `${name} again` })).toHaveCount(0);
    });
  });
}

test("an address that makes no sense says so and shows the list", async ({ page }) => {
  await signIn(page, "viewer", list);
  await page.goto(`${list}?status=lost&from=2026-02-30&after=here&amount=ten&last4=%00%27%22`);
  await expect(page.getByText("status: “lost” is not understood.")).toBeVisible();
  await expect(rows(page)).toHaveCount(25);
});

test("a payment that was blocked wrongly leads to the list that lets its card pass", async ({
  page,
  baseURL,
}) => {
  const asked = { payment_method: "pm_card_radarBlock", payment_method_types: ["card"], confirm: true };
  const blocked = demoApi(baseURL).paymentIntents.create({ amount: 4200, currency: "eur", ...asked });
  await expect(blocked).rejects.toMatchObject({ code: "card_declined" });
  await signIn(page, "admin", `${list}?status=blocked`);
  await rows(page).first().getByRole("link").first().click();
  await page.getByRole("link", { name: "Let this card pass from now on" }).click();
  await expect(page.getByLabel("Allow: payments pass whatever their risk")).toBeChecked();
  await expect(page.getByLabel("A card, by its fingerprint")).toBeChecked();
  await expect(page.getByLabel("Its value")).not.toHaveValue("");
});

test.describe("in French", () => {
  test.use({ locale: "fr-FR" });

  test("amounts are typed and shown the French way", async ({ page }) => {
    await signIn(page, "viewer", `${list}?amount_from=25,50&currency=eur`);
    await expect(page).toHaveURL(`${list}?currency=eur&amount_from=25.50`);
    await expect(page.locator("summary[aria-label^='Montant']")).toHaveText(/25,50\s€ ou plus/);
  });
});

test("an open filter stands in nobody's way", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "viewer", `${list}?status=failed&date=30_days`);
  await page.locator(".ui-chip > summary").first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
