import { expect, test as shared } from "@playwright/test";
import { randomText } from "#lib/ids";
import { demoApi } from "#tests/support/demo-api";
import { ofBalances } from "#tests/support/merchant-tasks/balances";
import { catalogue } from "#tests/support/merchant-tasks/catalogue";
import { customers } from "#tests/support/merchant-tasks/customers";
import { lists } from "#tests/support/merchant-tasks/lists";
import { home } from "#tests/support/merchant-tasks/merchant";
import { payments } from "#tests/support/merchant-tasks/payments";
import { test } from "#tests/support/own-server";
import { signIn } from "#tests/support/sign-in";

const phone = { width: 390, height: 844 };

const ways = [
  { name: "with scripts", use: { javaScriptEnabled: true, locale: "en-GB" } },
  { name: "without scripts", use: { javaScriptEnabled: false, locale: "en-GB" } },
  { name: "on a phone", use: { javaScriptEnabled: true, locale: "en-GB", viewport: phone } },
  {
    name: "in French, on a phone, without scripts",
    use: { javaScriptEnabled: false, locale: "fr-FR", viewport: phone },
  },
];

const areas = { payments, lists, customers, catalogue, balances: ofBalances };

for (const { name, use } of ways) {
  test.describe(`what a merchant does in a day, ${name}`, () => {
    test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
    test.use(use);
    test.setTimeout(300_000);

    for (const [area, tasks] of Object.entries(areas)) {
      test(area, async ({ page, request, baseURL }) => {
        const word = randomText(8).toUpperCase();
        const made = { word, ids: new Map<string, string>() };
        const work = { page, request, api: demoApi(baseURL), scripts: use.javaScriptEnabled, ...made };
        await signIn(page, "owner", home);
        for (const [task, carryOut] of Object.entries(tasks)) await test.step(task, () => carryOut(work));
      });
    }
  });
}

shared("the merchant has at least forty tasks", () => {
  const tasks = Object.values(areas).flatMap((area) => Object.keys(area));
  expect(new Set(tasks).size).toBeGreaterThanOrEqual(40);
});
