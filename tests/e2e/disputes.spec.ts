import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { aDemoPayment } from "#tests/support/demo-payment";
import { signIn } from "#tests/support/sign-in";

const transactions = "/maison-lavande-test/transactions";

/** Nothing that axe finds fault with. */
async function expectAccessible(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

test("a dispute is accepted once it was said what is lost", { tag: "@phone" }, async ({ page, request }) => {
  const { id } = await aDemoPayment(request, { payment_method: "pm_card_createDispute" });
  await signIn(page, "support", `${transactions}/${id}`);
  await page.getByRole("link", { name: "Open the dispute" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("€64.50 disputed");
  await expect(page.getByText("somebody else made this payment")).toBeVisible();
  await expect(page.getByText(/days left to answer/)).toBeVisible();
  await expectAccessible(page);
  const dispute = page.url();
  await page.goto(`${dispute}/counter/papers`);
  await expectAccessible(page);
  await page.goto(dispute);

  await page.getByRole("link", { name: "Accept", exact: true }).click();
  await expect(page.getByText(/you lose €[\d.]+ for good, €64.50 of it the payment/)).toBeVisible();
  await page.getByRole("button", { name: "Accept the dispute" }).click();
  await expect(page).toHaveURL(dispute);
  await expect(page.getByText("Lost", { exact: true })).toBeVisible();
  await expect(page.getByText("Dispute lost: it was accepted")).toBeVisible();
  await expect(page.getByRole("link", { name: "Accept", exact: true })).toHaveCount(0);

  await page.goto(`${dispute}/accept`);
  await expect(page.getByText("This no longer waits for an answer.")).toBeVisible();
});

test("on a phone the queue says what is claimed, and every tab is in view", async ({
  browser,
  baseURL,
  request,
}) => {
  await aDemoPayment(request, { payment_method: "pm_card_createDispute" });
  const page = await browser.newPage({ baseURL, locale: "fr-FR", viewport: { width: 390, height: 844 } });
  await signIn(page, "support", `${transactions}/disputes`);
  const claims = page.locator("tbody td").filter({ hasText: /non effectué par le titulaire/i });
  await expect(claims.first()).toBeVisible();
  for (const tab of await page.locator(".ui-tabs > a").all()) {
    const box = await tab.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a dispute is countered: begun with what is known, drafted, submitted once", async ({
    page,
    request,
  }) => {
    const card = { payment_method: "pm_card_createDisputeProductNotReceived", description: "Two desk lamps" };
    const { id } = await aDemoPayment(request, { ...card, receipt_email: "hugo@example.com" });
    await signIn(page, "support", `${transactions}/${id}`);
    await page.getByRole("link", { name: "Open the dispute" }).click();
    const dispute = page.url();

    await page.getByRole("link", { name: "Counter" }).click();
    await page.getByLabel("A physical product").check();
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByLabel("Customer’s email")).toHaveValue("hugo@example.com");
    await expect(page.getByRole("textbox", { name: "What was sold" })).toHaveValue("Two desk lamps");
    await page.getByLabel("Tracking number").fill("6A12345678901");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await page.getByRole("button", { name: "Add the receipt" }).click();
    await expect(page.getByText("receipt.pdf").first()).toBeVisible();
    await page.getByRole("link", { name: "Go on" }).click();
    await expect(page.getByText("6A12345678901", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "receipt.pdf" })).toBeVisible();
    await page.getByLabel("Letter to the bank").fill("Signed for by the customer");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page).toHaveURL(dispute);
    await expect(page.getByText("Gathered, but not sent to the bank.")).toBeVisible();

    await page.goto(`${dispute}?packet=late`);
    await expect(page.getByText("The packet could not be put together in time")).toBeVisible();

    await page.goto(`${dispute}/counter/letter`);
    await expect(page.getByLabel("Letter to the bank")).toHaveValue("Signed for by the customer");
    await page.getByRole("button", { name: "Submit once" }).click();
    await expect(page).toHaveURL(dispute);
    await expect(page.getByText("Under review", { exact: true }).first()).toBeVisible();
    await expect(page.getByText("Sent to the bank as it stands here.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Counter" })).toHaveCount(0);

    await page.goto(`${dispute}/counter`);
    await expect(page.getByText("This no longer waits for an answer.")).toBeVisible();
  });
});
