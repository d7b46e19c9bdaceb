import { createServer } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { aDemoPayment, refundsOf } from "#tests/support/demo-payment";
import { signIn } from "#tests/support/sign-in";

const transactions = "/maison-lavande-test/transactions";

/** A page of another origin, where a customer comes back to. */
async function aShop() {
  const server = createServer((_request, response) => response.end("Thank you"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test(
      "part of a payment is refunded once, also for who goes back and reloads",
      { tag: "@phone" },
      async ({ page, request }) => {
        const { id } = await aDemoPayment(request);
        await signIn(page, "support", `${transactions}/${id}`);
        await expect(page.getByRole("heading", { level: 1 })).toContainText("€64.50");
        await page.getByRole("link", { name: "Refund" }).click();

        await page.getByLabel("Amount").fill("1000");
        await page.getByLabel("Reason").selectOption("Duplicate");
        await page.getByRole("button", { name: /^Refund .*to Mastercard ending 4444/ }).click();
        const summary = page.getByRole("listitem").filter({ hasText: "This is more than is left" });
        await expect(summary).toHaveText("Amount · This is more than is left of the payment.");
        await expect(page.getByLabel("Amount")).toHaveValue("1000");

        await page.goto(`${transactions}/${id}/refund`);
        const form = page.url();
        await expect(page).toHaveTitle("Refund this payment · Comptoir");
        await page.getByLabel("Amount").fill("20.00");
        await page.getByLabel("Reason").selectOption("Requested by the customer");
        await page.getByLabel("Note").fill("One lamp arrived broken");
        const submit = javaScriptEnabled
          ? "Refund €20.00 to Mastercard ending 4444"
          : "Refund to Mastercard ending 4444";
        await page.getByRole("button", { name: submit, exact: true }).click();

        await expect(page).toHaveURL(`${transactions}/${id}`);
        await expect(page.getByText("Partly refunded, €20.00 back to the card")).toBeVisible();
        await expect(page.getByText("€20.00 refunded to Mastercard ending 4444 by")).toBeVisible();
        await expect(page.getByText("One lamp arrived broken")).toBeVisible();

        await page.goto(form);
        await expect(page).toHaveURL(`${transactions}/${id}`);
        expect(await refundsOf(request, id)).toMatchObject([
          { amount: 2000, reason: "requested_by_customer" },
        ]);
      },
    );

    test("a form that is sent again from the history refunds nothing more", async ({ page, request }) => {
      const { id } = await aDemoPayment(request);
      await signIn(page, "support", `${transactions}/${id}/refund`);
      const send = async () => {
        await page.getByLabel("Amount").fill("5");
        await page.getByLabel("Reason").selectOption("Duplicate");
        await page.getByRole("button", { name: /^Refund/ }).click();
      };
      await send();
      await expect(page.getByText("Partly refunded, €5.00 back to the card")).toBeVisible();
      // The form that was sent is not offered again: its page leads on to what came of it.
      await page.goBack();
      await expect(page).toHaveURL(`${transactions}/${id}`);
      expect(await refundsOf(request, id)).toHaveLength(1);
    });

    test("what is held is captured in part; another hold is canceled with a reason", async ({
      page,
      request,
    }) => {
      const held = await aDemoPayment(request, { capture_method: "manual" });
      await signIn(page, "support", `${transactions}/${held.id}`);
      await page.getByRole("link", { name: "Capture" }).click();
      await page.getByLabel("Amount to capture").fill("60");
      await page.getByRole("button", { name: /^Capture/ }).click();
      await expect(page.getByText("€60.00 captured of €64.50, the rest went back")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("€60.00");
      await expect(page.getByText("€60.00 captured of €64.50", { exact: true })).toBeVisible();

      const other = await aDemoPayment(request, { capture_method: "manual" });
      await page.goto(`${transactions}/${other.id}`);
      await page.getByRole("link", { name: "Cancel payment" }).click();
      await page.getByLabel("Reason").selectOption("Other");
      await page.getByRole("button", { name: "Cancel and release €64.50" }).click();
      await expect(page.getByLabel("Note")).toHaveAccessibleDescription(/Please fill this in/);
      await expect(page.getByLabel("Reason")).toHaveValue("other");
      await page.getByLabel("Note").fill("Out of stock");
      await page.getByRole("button", { name: "Cancel and release €64.50" }).click();
      await expect(page.getByText("“Out of stock”")).toBeVisible();
    });

    test("a customer passes or fails 3-D Secure and comes back to the shop", async ({ page, request }) => {
      const shop = await aShop();
      for (const [button, status] of [
        ["Complete authentication", "succeeded"],
        ["Fail authentication", "failed"],
      ] as const) {
        const payment = await aDemoPayment(request, {
          payment_method: "pm_card_threeDSecure2Required",
          "automatic_payment_methods[allow_redirects]": "always",
          return_url: `${shop.url}/?cart=7`,
        });
        await page.goto(payment.next_action?.redirect_to_url.url ?? "");
        await expect(page.getByText("Maison Lavande asks for €64.50.")).toBeVisible();
        if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.getByRole("button", { name: button }).click();
        await expect(page).toHaveURL(
          new RegExp(`^${shop.url}/\\?cart=7&payment_intent=${payment.id}&.*redirect_status=${status}$`),
        );
      }
      await shop.close();
    });
  });
}

test("clicking twice refunds once", async ({ page, request }) => {
  const { id } = await aDemoPayment(request);
  await signIn(page, "support", `${transactions}/${id}/refund`);
  await page.getByLabel("Amount").fill("7");
  await page.getByLabel("Reason").selectOption("Duplicate");
  await page.getByRole("button", { name: "Refund €7.00 to Mastercard ending 4444" }).dblclick();
  await expect(page.getByText("Partly refunded, €7.00 back to the card")).toBeVisible();
  expect(await refundsOf(request, id)).toHaveLength(1);
});

test("a form whose answer is lost stands as it was typed, and refunds once when it is sent again", async ({
  page,
  request,
}) => {
  const { id } = await aDemoPayment(request);
  await signIn(page, "support", `${transactions}/${id}/refund`);
  await page.getByLabel("Amount").fill("6");
  await page.getByLabel("Reason").selectOption("Duplicate");
  await page.route(/\/refund/, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  const submit = page.getByRole("button", { name: "Refund €6.00 to Mastercard ending 4444" });
  await submit.click();
  await expect(page.getByText(/^No answer came/)).toBeVisible();
  await expect(page.getByLabel("Amount")).toHaveValue("6");
  expect(await refundsOf(request, id)).toHaveLength(1);
  await page.unroute(/\/refund/);
  await submit.click();
  await expect(page.getByText("Partly refunded, €6.00 back to the card")).toBeVisible();
  expect(await refundsOf(request, id)).toHaveLength(1);
});

test("who may only look is offered no refund, and a hand-made one is refused", async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const { id } = await aDemoPayment(request);
  const address = `${transactions}/${id}/refund`;
  const colleague = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await signIn(colleague, "support", address);
  await colleague.getByLabel("Reason").selectOption("Duplicate");
  const form = await colleague
    .locator("form", { has: colleague.getByLabel("Amount") })
    .evaluate((element) =>
      element instanceof HTMLFormElement
        ? [...new FormData(element)].map(([name, value]) => [name, String(value)])
        : [],
    );
  expect(form.map(([name]) => name)).toContain("amount");

  await signIn(page, "viewer", `${transactions}/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("€64.50");
  await expect(page.getByRole("main").getByRole("link", { name: "Refund" })).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not open this page");
  const multipart = Object.fromEntries(form);
  const handMade = { multipart, headers: { Origin: baseURL ?? "" } };
  const refused = await page.request.post(address, handMade);
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain("Ask an administrator of Maison Lavande");
  expect(await refundsOf(request, id)).toEqual([]);
  await colleague.request.post(address, handMade);
  expect(await refundsOf(request, id)).toHaveLength(1);
  await colleague.close();
});

test("a refund is made in French, with a comma", async ({ browser, request, baseURL }) => {
  const { id } = await aDemoPayment(request);
  const page = await browser.newPage({ baseURL, locale: "fr-FR" });
  await signIn(page, "support", `${transactions}/${id}`);
  await expect(page.getByRole("heading", { name: "Décompte" })).toBeVisible();
  await page.goto(`${transactions}/${id}/refund`);
  await page.getByLabel("Montant").fill("12,34");
  await page.getByLabel("Motif").selectOption("Doublon");
  await page.getByRole("button", { name: /^Rembourser 12,34\s€ sur Mastercard/ }).click();
  await expect(page.getByText(/Remboursé en partie, 12,34/)).toBeVisible();
  expect(await refundsOf(request, id)).toMatchObject([{ amount: 1234, reason: "duplicate" }]);
  await page.close();
});
