import { expect, test } from "@playwright/test";
import { aDemoPayment, anOldPayment, disputesOf } from "#tests/support/demo-payment";
import { answering } from "#tests/support/desk-tasks/answering";
import { transactions } from "#tests/support/desk-tasks/desk";
import { refunding } from "#tests/support/desk-tasks/refunding";
import { watching } from "#tests/support/desk-tasks/watching";
import { emailOfRole } from "#tests/support/pages-roles";
import { sendSignIn } from "#tests/support/sign-in";

// What the people of a support desk do in a day, by four roles, as each of these reads Comptoir.
const ways = [
  { name: "with scripts", locale: "en", use: {} },
  { name: "without scripts", locale: "en", use: { javaScriptEnabled: false } },
  { name: "on a phone", locale: "en", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: "in French", locale: "fr", use: { locale: "fr-FR" } },
] as const;

const tasks = [...refunding, ...answering, ...watching];

for (const { name, locale, use } of ways) {
  test.describe(`a day at the desk, ${name}`, () => {
    test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
    test.use(use);
    test.setTimeout(60_000);

    for (const task of tasks) {
      for (const role of task.roles) {
        test(`${role}: ${task.name}`, async ({ page, playwright, baseURL }) => {
          // Payments are the shop's own, made by its key and not in the browser of who works here.
          const shop = await playwright.request.newContext({ baseURL });
          await sendSignIn(page.request, { email: emailOfRole(role), next: "/design" });
          const pay = async (params = {}) => (await aDemoPayment(shop, params)).id;
          const dispute = async (card: string, params = {}) => {
            const disputed = { payment_method: `pm_card_${card}`, description: "Two desk lamps", ...params };
            const [found] = await disputesOf(shop, await pay(disputed));
            return `${transactions}/disputes/${found}`;
          };
          await task.run({ page, locale, pay, dispute, settled: () => anOldPayment(shop) });
          await shop.dispose();
        });
      }
    }
  });
}

test("the script has more than thirty tasks, some for each role", () => {
  expect(tasks.length).toBeGreaterThan(30);
  expect(new Set(tasks.flatMap(({ roles }) => roles)).size).toBe(4);
});
