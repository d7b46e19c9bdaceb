import { expect, test } from "@playwright/test";
import { demoApi } from "#tests/support/demo-api";
import { signIn } from "#tests/support/sign-in";

const home = "/maison-lavande-test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a file of customers is read, previewed and imported, and its broken rows are told", async ({
      page,
      baseURL,
    }) => {
      const mark = `${Date.now()}.${javaScriptEnabled}`;
      const file = `Name,Email,Pays,Nr\nMaya,maya.${mark}@example.com,France,${mark}\nNo one,nobody@,FR,2\n`;
      await signIn(page, "admin", `${home}/customers/import`);
      await page
        .getByLabel("File", { exact: true })
        .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
      await page.getByRole("button", { name: "Read the file" }).click();
      await page.locator("[name=column-3]").selectOption("metadata");
      await page.locator("[name=metadata-3]").fill("shop_number");
      await page.getByRole("button", { name: "See what becomes of it" }).click();
      const preview = page.getByRole("table", { name: "The first rows of the file" });
      await expect(preview).toContainText("New");
      await expect(preview).toContainText("Email: This is not an email address.");
      await page.getByRole("button", { name: "Import the file" }).click();
      await expect(async () => {
        await page.reload();
        await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 1000 });
      }).toPass();
      await expect(page.getByRole("table", { name: "Refused rows" })).toContainText("nobody@");
      const { data } = await demoApi(baseURL).customers.list({ email: `maya.${mark}@example.com` });
      expect(data).toMatchObject([
        { name: "Maya", address: { country: "FR" }, metadata: { shop_number: mark } },
      ]);
      const csv = await page.request.get(`${new URL(page.url()).pathname}/refused.csv`);
      expect(await csv.text()).toContain("No one,nobody@,FR,2,3,Email: This is not an email address.");
    });
  });
}

test("a list of the catalogue is taken away as a file and taken in again, its refused rows told", async ({
  page,
  baseURL,
}) => {
  const id = `AUTUMN-${Date.now()}`;
  await demoApi(baseURL).coupons.create({ id, percent_off: 10, metadata: { season: "autumn" } });
  await signIn(page, "admin", `${home}/products/coupons`);
  const file = await page.request.get(`${home}/products/export?of=coupons`);
  const [header = "", ...lines] = (await file.text()).split("\r\n");
  const line = lines.find((one) => one.startsWith(id)) ?? "";
  await page.getByRole("link", { name: "Import" }).click();
  const rows = [header, line, line.replace(",10,", ",20,"), line.replaceAll(id, `${id}-2`)].join("\n");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "coupons.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("button", { name: "See what becomes of it" }).click();
  await expect(page.getByRole("table", { name: "The first rows of the file" })).toContainText("New");
  await page.getByRole("button", { name: "Import the file" }).click();
  const refused = page.getByRole("table", { name: "Refused rows" });
  await expect(refused).toContainText("Percentage off: This never changes once it was made");
  await expect(page.getByText("Done", { exact: true })).toBeVisible();
  const made = await demoApi(baseURL).coupons.retrieve(`${id}-2`);
  expect(made).toMatchObject({ percent_off: 10 });
});

test("two customers become one, and the old address leads to who stays", async ({ page, baseURL }) => {
  const stripe = demoApi(baseURL);
  const email = `twin.${Date.now()}@example.com`;
  const first = await stripe.customers.create({ name: "Iris Twin", email });
  const second = await stripe.customers.create({ name: "Iris Twin", email, phone: "+33600000000" });
  await signIn(page, "admin", `${home}/customers/duplicates`);
  const group = page.getByRole("table", { name: "Customers who may be Iris Twin, oldest first" });
  await group.getByRole("link", { name: "Merge into the first" }).click();
  const kept = page.getByRole("table", { name: "What is kept of whom" });
  await expect(kept.getByRole("row", { name: /^Phone/ })).toContainText("The one who goes");
  await page.getByRole("button", { name: "Merge customers" }).click();
  await expect(page).toHaveURL(`${home}/customers/${first.id}?done=merged`);
  await expect(page.getByText("The two customers are one now.")).toBeVisible();
  await expect(page.getByText("+33600000000")).toBeVisible();
  await page.goto(`${home}/customers/${second.id}`);
  await expect(page).toHaveURL(`${home}/customers/${first.id}`);
  expect(await stripe.customers.retrieve(second.id)).toMatchObject({ id: first.id });
});

test("a guest is known by their card, and a person's data are erased once that is confirmed", async ({
  page,
  baseURL,
}) => {
  const stripe = demoApi(baseURL);
  await stripe.paymentIntents.create({
    amount: 4300,
    currency: "eur",
    payment_method: "pm_card_visa",
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    confirm: true,
  });
  const { id } = await stripe.customers.create({ name: "Otto Vergessen" });
  await signIn(page, "admin", `${home}/customers/guests`);
  await page.getByRole("table", { name: "Guests" }).locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("table", { name: "Payments, newest first" })).toBeVisible();
  await page.goto(`${home}/customers/${id}/erase`);
  await page.getByLabel("Type the customer’s ID to confirm").fill("cus_other");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("This is not what is asked for.").first()).toBeVisible();
  await page.getByLabel("Type the customer’s ID to confirm").fill(id);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL(`${home}/customers?done=erased`);
  await expect(page.getByText("The person’s data were erased.")).toBeVisible();
  expect((await page.goto(`${home}/customers/${id}`))?.status()).toBe(404);
});
