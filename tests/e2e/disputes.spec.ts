import { expect, test } from "@playwright/test";
import { aDemoPayment } from "#tests/support/demo-payment";
import { signIn } from "#tests/support/sign-in";

const transactions = "/maison-lavande-test/transactions";

test.use({ javaScriptEnabled: false });

test("a dispute is accepted once it was said what is lost", { tag: "@phone" }, async ({ page, request }) => {
  const { id } = await aDemoPayment(request, { payment_method: "pm_card_createDispute" });
  await signIn(page, "support", `${transactions}/${id}`);
  await page.getByRole("link", { name: "Open the dispute" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("€64.50 disputed");
  await expect(page.getByText("somebody else made this payment")).toBeVisible();
  await expect(page.getByText(/days left to answer/)).toBeVisible();
  const dispute = page.url();

  await page.getByRole("link", { name: "Accept", exact: true }).click();
  await expect(page.getByText(/you lose €[\d.]+ for good, €64.50 of it the payment/)).toBeVisible();
  await page.getByRole("button", { name: "Accept the dispute" }).click();
  await expect(page).toHaveURL(dispute);
  await expect(page.getByText("Lost", { exact: true })).toBeVisible();
  await expect(page.getByText("Dispute lost: it was accepted")).toBeVisible();
  await expect(page.getByRole("link", { name: "Accept", exact: true })).toHaveCount(0);

  await page.goto(`${dispute}/accept`);
  await expect(page.getByText("This dispute no longer waits for an answer.")).toBeVisible();
});
