import AxeBuilder from "@axe-core/playwright";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";
import { signIn } from "#tests/support/sign-in";

const webhooks = "/maison-lavande-test/developers/webhooks";

let receiver: Server;
let url: string;
let status = 500;
test.beforeAll(async () => {
  receiver = createServer((request, response) => {
    request.resume().on("end", () => {
      response.statusCode = status;
      response.end(`said ${status}`);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
});
test.afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an endpoint is added, a failed delivery looked at and sent again, the endpoint deleted", async ({
    page,
    request,
  }) => {
    await signIn(page, "developer", `${webhooks}/new`);
    await page.getByLabel("Address").fill("http://10.0.0.1/hooks");
    await page.getByRole("button", { name: "Add the endpoint" }).click();
    await expect(page.getByText("This address is private: nothing is sent there.").first()).toBeVisible();
    await page.getByLabel("Address").fill(url);
    await page.getByLabel("Events", { exact: true }).fill("customer.created");
    await page.getByLabel("API version").selectOption("2025-08-27.basil");
    await page.getByRole("button", { name: "Add the endpoint" }).click();
    await expect(page.getByText(/^whsec_/)).toBeVisible();

    const headers = { Authorization: `Bearer ${demoKeys.secret}` };
    const made = await request.post("/v1/customers", { form: { name: "Ana" }, headers });
    expect(made.ok()).toBe(true);
    await page.goto(webhooks);
    await page.getByRole("link", { name: url }).click();
    await expect(page.getByText("2025-08-27.basil")).toBeVisible();
    const delivery = page.getByRole("link", { name: "customer.created" });
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("HTTP 500")).toBeVisible({ timeout: 500 });
    }).toPass();
    await delivery.click();
    await expect(page.getByText("said 500")).toBeVisible();

    status = 200;
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("said 200")).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByRole("link", { name: url }).click();
    await page.getByRole("link", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete the endpoint" }).click();
    await expect(page).toHaveURL(new RegExp(`${webhooks}$`));
    await expect(page.getByText(url)).toHaveCount(0);
  });
});

test("who may not see webhooks does not", async ({ page }) => {
  await signIn(page, "analyst", "/maison-lavande-test/developers/events");
  await expect(page.getByRole("link", { name: "Webhooks" })).toHaveCount(0);
  await page.goto(webhooks);
  await expect(page.getByRole("link", { name: "Add an endpoint" })).toHaveCount(0);
});

test.describe("on a phone, in French", () => {
  test.use({ locale: "fr-FR", viewport: { width: 390, height: 844 } });

  test("events are found by type, and axe has nothing to say", async ({ page }) => {
    await signIn(page, "developer", "/maison-lavande-test/developers/events?type=refund.*");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Événements");
    await page
      .getByRole("link", { name: /^refund\./ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Contenu" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Tous ses événements" })).toBeVisible();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
