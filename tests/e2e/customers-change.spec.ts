import { expect, test } from "@playwright/test";
import { demoApi } from "#tests/support/demo-api";
import { signIn } from "#tests/support/sign-in";

const home = "/maison-lavande-test";

test("a customer is added, changed, given a card, a balance and a tax ID, and deleted", async ({ page }) => {
  const email = `lea.${Date.now()}@example.com`;
  await signIn(page, "admin", `${home}/customers`);
  await page.getByRole("link", { name: "Add a customer" }).click();
  await page.getByLabel("Email").fill("lea@");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("This is not an email address.").first()).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Léa Fournier");
  await page.getByLabel("Email").fill(email);
  await page.getByText("Billing address").click();
  await page.getByLabel("City").first().fill("Lyon");
  await page.getByLabel("Country").first().selectOption("FR");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Léa Fournier");
  await expect(page.getByText("Lyon", { exact: false }).first()).toBeVisible();
  const customer = page.url();

  await page.goto(`${customer}/edit`);
  await page.getByLabel("Phone").first().fill("+33 4 72 00 00 00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("+33 4 72 00 00 00")).toBeVisible();

  await page.goto(`${customer}/methods/new`);
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByLabel("Expiry").fill("12/34");
  await page.getByLabel("Security code").fill("123");
  await page.getByRole("button", { name: "Add card" }).click();
  await expect(page.getByRole("table", { name: /^Payment methods/ })).toContainText("Visa ending 4242");
  await expect(page.getByText("Default", { exact: true })).toBeVisible();

  await page.goto(`${customer}/balance`);
  await page.getByLabel("Amount").fill("12.50");
  await page.getByRole("button", { name: "Adjust balance" }).click();
  await expect(page.getByText("€12.50 owed to the customer")).toBeVisible();

  await page.goto(`${customer}/tax-ids/new`);
  await page.getByLabel("Kind").selectOption("fr_siren");
  await page.getByLabel("Number").fill("12");
  await page.getByRole("button", { name: "Add tax ID" }).click();
  await expect(page.getByText("A number of this kind does not look like this.").first()).toBeVisible();
  await page.getByLabel("Number").fill("732 829 320");
  await page.getByRole("button", { name: "Add tax ID" }).click();
  await expect(page.getByRole("table", { name: "Tax IDs" })).toContainText("732 829 320");

  const removal = page.getByRole("group", { name: "Remove Visa ending 4242" });
  await removal.getByRole("link", { name: "Remove" }).click();
  await expect(page.getByText("cannot be charged any more, for good")).toBeVisible();
  await page.getByRole("button", { name: "Remove Visa ending 4242" }).click();
  await expect(page.getByText("The payment method was removed.")).toBeVisible();
  await expect(page.getByText("None kept.")).toBeVisible();

  await page.locator("main").getByText("More", { exact: true }).click();
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("1 tax ID.")).toBeVisible();
  await page.getByRole("button", { name: "Delete customer" }).click();
  await expect(page).toHaveURL(`${home}/customers?done=deleted`);
  await expect(page.getByText("The customer was deleted.")).toBeVisible();
  expect((await page.goto(customer))?.status()).toBe(404);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a customer is added, and what was noted of them is changed", async ({ page, baseURL }) => {
    const name = `Ivo ${Date.now()}`;
    await signIn(page, "admin", `${home}/customers/new`);
    await page.getByRole("button", { name: "Add customer" }).click();
    await expect(page.getByText("Give a name or an email address.").first()).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Add customer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    const id = page.url().split("/").at(-1) ?? "";
    await page.goto(`${home}/customers/${id}/metadata`);
    await page.getByLabel("Name 1").fill("shelf");
    await page.getByLabel("Value 1").fill("B7");
    await page.getByRole("button", { name: "Save metadata" }).click();
    await expect(page.getByText("B7")).toBeVisible();
    expect(await demoApi(baseURL).customers.retrieve(id)).toMatchObject({ name, metadata: { shelf: "B7" } });
  });
});

test("what is typed before the page wakes up is not lost", async ({ page, baseURL }) => {
  const { id } = await demoApi(baseURL).customers.create({ name: "Ida", description: "Came by phone" });
  await signIn(page, "admin", home);
  let wakeUp = () => {};
  const awaited = new Promise<void>((resolve) => (wakeUp = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await awaited;
    await route.continue();
  });
  await page.goto(`${home}/customers/${id}/edit`, { waitUntil: "commit" });
  const description = page.getByLabel("Description");
  await description.fill("Came by post");
  wakeUp();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  await expect(description).toHaveValue("Came by post");
});
