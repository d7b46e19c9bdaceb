import { expect, test } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";
import { aDemoPayment, refundsOf } from "#tests/support/demo-payment";
import { signIn } from "#tests/support/sign-in";

const desk = "/maison-lavande-test/desk";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test(
      "from an order number to a partial refund in at most four page loads, and to the next one",
      { tag: "@phone" },
      async ({ page, request }) => {
        const order = `LV-${Date.now()}`;
        const { id } = await aDemoPayment(request, {
          "metadata[order_id]": order,
          receipt_email: "ines@example.com",
        });
        await signIn(page, "support", desk);
        const atHand = page.getByRole("navigation", { name: "At hand" });
        if (test.info().project.name === "phone")
          await expect(atHand.getByRole("link", { name: "Support desk" })).toBeVisible();
        await expect(async () => {
          await page.goto(desk);
          await page.getByLabel("Which payment?").fill(order);
          await page.getByRole("button", { name: "Find" }).click();
          await expect(page.getByLabel("Amount")).toHaveValue("64.50", { timeout: 1000 });
        }).toPass();

        let loads = 0;
        page.on("request", (asked) => {
          if (asked.isNavigationRequest() && asked.redirectedFrom() === null) loads++;
        });
        await page.goto(desk);
        await page.getByLabel("Which payment?").fill(order);
        await page.getByLabel("Which payment?").press("Enter");
        await expect(page.getByLabel("Amount")).toHaveValue("64.50");
        await page.getByLabel("Message to the customer").fill("Sorry about the broken lamp.");
        await page.getByLabel("Amount").fill("20");
        await page.getByLabel("Amount").press("Enter");
        await expect(page.getByText("€20.00 refunded")).toBeVisible();
        expect(loads).toBeLessThanOrEqual(4);
        await expect(page.getByText("The customer was told by email.")).toBeVisible();
        await expect(page.getByLabel("Which payment?")).toBeVisible();
        expect(await refundsOf(request, id)).toMatchObject([
          { amount: 2000, reason: "requested_by_customer" },
        ]);
      },
    );
  });
}

test("more than is left is refused at the desk, and less is refunded", async ({ page, request }) => {
  const { id } = await aDemoPayment(request);
  await signIn(page, "support", `${desk}?payment=${id}`);
  await page.getByLabel("Amount").fill("100");
  await page.getByRole("button", { name: /^Refund €100.00/ }).click();
  await expect(page.getByLabel("Amount")).toHaveAccessibleDescription(/more than is left/);
  await page.getByLabel("Amount").fill("5");
  await page.getByRole("button", { name: /^Refund €5.00/ }).click();
  await expect(page.getByText("€5.00 refunded")).toBeVisible();
  await page.getByRole("link", { name: "The whole payment" }).click();
  await expect(page.getByText("Partly refunded, €5.00 back to the card")).toBeVisible();
});

test("the desk speaks French, and its sentences have room on a narrow phone", async ({
  browser,
  baseURL,
  request,
}) => {
  const { id } = await aDemoPayment(request);
  await request.post("/v1/refunds", {
    form: { payment_intent: id, amount: "500" },
    headers: { Authorization: `Bearer ${demoKeys.secret}` },
  });
  const page = await browser.newPage({ baseURL, locale: "fr-FR", viewport: { width: 360, height: 780 } });
  await signIn(page, "support", `${desk}?payment=${id}`);
  await expect(page.getByText("Remboursement d’un paiement de 64,50")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.close();
});
