import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";
import { fieldsOfForm, saidBy } from "#tests/support/pages-forms";
import { signIn } from "#tests/support/sign-in";

const transactions = "/maison-lavande-test/transactions";
const authorization = { Authorization: `Bearer ${demoKeys.secret}` };

async function typeCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expires").fill("0434");
  await page.getByLabel("Security code").fill("123");
}

async function described(request: APIRequestContext, description: string): Promise<{ status: string }[]> {
  const answer = await request.get("/v1/payment_intents", { params: { limit: 20 }, headers: authorization });
  const { data } = await answer.json();
  return data.filter((payment: { description: string | null }) => payment.description === description);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a card is declined, then another authenticates and pays", { tag: "@phone" }, async ({ page }) => {
      await signIn(page, "support", transactions);
      await page.getByRole("link", { name: "Take a payment" }).click();
      await page.getByRole("textbox", { name: "Amount" }).fill("42.00");
      await typeCard(page, "4000 0000 0000 9995");
      await page.getByRole("button", { name: "Take the payment" }).click();

      await expect(page.getByText("Not paid: there is not enough money on the account.")).toBeVisible();
      await typeCard(page, "4000 0027 6000 3184");
      await page.getByRole("button", { name: "Collect €42.00" }).click();

      await page.getByRole("button", { name: "Complete" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("€42.00");
      await expect(page.getByText("3-D Secure passed")).toBeVisible();
      expect(page.url()).toMatch(/\/transactions\/pi_/);
    });
  });
}

test("a form that is sent twice takes one payment, and gives no card back", async ({ page, request }) => {
  await signIn(page, "support", transactions);
  const description = `Twice ${Date.now()}`;
  const typed = { amount: "5", description, card_number: "4242424242424242" };
  const card = { card_expiry: "04/34", card_cvc: "123" };
  const at = `${transactions}/new`;
  const fields = await fieldsOfForm(page, { at, having: "amount", typed: { ...typed, ...card } });
  const send = () => {
    const multipart = new FormData();
    for (const [name, value] of fields) multipart.append(name, value);
    return page.request.post(at, { multipart, maxRedirects: 0 });
  };
  const answers = await Promise.all([send(), send()]);
  answers.push(await send());
  expect(answers.filter((answer) => answer.status() === 303).length).toBeGreaterThan(0);
  expect(await described(request, description)).toMatchObject([{ status: "succeeded" }]);

  const wrong = { ...typed, ...card, card_number: "4242424242424241" };
  const refused = new FormData();
  for (const [name, value] of await fieldsOfForm(page, { at, having: "amount", typed: wrong })) {
    refused.append(name, value);
  }
  const said = await (await page.request.post(at, { multipart: refused })).text();
  expect(said).toContain("This card number is not right");
  expect(said).not.toContain("4242424242424241");
  expect(await saidBy(page, at)).not.toContain("4242424242424241");
});
