import { expect, test } from "@playwright/test";
import { demoKeys, demoSlug } from "#lib/demo/credentials";
import { randomText } from "#lib/ids";
import { signIn } from "#tests/support/sign-in";

const logs = `/${demoSlug}/developers/logs`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a call is found by its path and outcome, and an error leads to its own", async ({
      page,
      request,
    }) => {
      // Digits enough for a card's number might be one, and are not kept.
      const id = `cus_Nobody${randomText(12).replaceAll(/\d/g, "x")}`;
      const headers = { Authorization: `Bearer ${demoKeys.secret}` };
      await request.get("/v1/balance", { headers });
      const { error } = await (await request.get(`/v1/customers/${id}`, { headers })).json();

      await signIn(page, "developer", logs);
      await page.locator("summary", { hasText: "Path" }).click();
      await page.getByRole("textbox", { name: "Path" }).fill(`v1/customers/${id}`);
      await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
      await expect(page.locator("summary", { hasText: `/v1/customers/${id}` })).toBeVisible();
      await page.locator("summary", { hasText: "Status" }).click();
      await page.getByLabel("4xx, refused").check();
      await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
      await expect(page.getByRole("link", { name: `GET /v1/customers/${id}` })).toHaveCount(1);

      await page.goto(new URL(error.request_log_url).pathname);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`GET /v1/customers/${id}`);
      await expect(page.getByRole("region", { name: "Response" })).toContainText("No such customer");
      await page.getByRole("link", { name: "The call in the reference" }).click();
      await expect(page.getByRole("heading", { name: "GET /v1/customers/:id" })).toBeVisible();
      await page.goBack();
      await page.getByRole("link", { name: "All with this error" }).click();
      await expect(page.locator("summary", { hasText: "resource_missing" })).toBeVisible();
      await expect(page.getByRole("link", { name: `GET /v1/customers/${id}` })).toHaveCount(1);
    });

    test("a repeat leads to the request whose answer it was given, and both are found by their key", async ({
      page,
      request,
    }) => {
      const key = `order-${randomText(12)}`;
      const headers = { Authorization: `Bearer ${demoKeys.secret}`, "Idempotency-Key": key };
      const ask = () => request.post("/v1/products", { form: { name: "Asked twice" }, headers });
      const first = (await ask()).headers()["request-id"] ?? "";
      const again = (await ask()).headers()["request-id"] ?? "";

      await signIn(page, "developer", `${logs}/${again}`);
      await page.getByRole("link", { name: first }).click();
      await expect(page).toHaveURL(new RegExp(`/${first}$`));
      await page.getByRole("link", { name: "All with this idempotency key" }).click();
      await expect(page.locator("summary", { hasText: key })).toBeVisible();
      await expect(page.getByRole("link", { name: "POST /v1/products" })).toHaveCount(2);
    });
  });
}
