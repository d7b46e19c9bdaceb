import { expect, type Page, type Request, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import type { Role } from "#lib/auth/roles";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { aDemoPayment, disputesOf, refundsOf } from "#tests/support/demo-payment";
import { emailOfRole } from "#tests/support/pages-roles";
import { sendSignIn } from "#tests/support/sign-in";

// What the people of a support desk do in a day, thirty tasks by four roles, as each of these reads Comptoir.
const ways = [
  { name: "with scripts", locale: "en", use: {} },
  { name: "without scripts", locale: "en", use: { javaScriptEnabled: false } },
  { name: "on a phone", locale: "en", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: "in French", locale: "fr", use: { locale: "fr-FR" } },
] as const;

const home = `/${demoSlug}`;
const transactions = `${home}/transactions`;

interface Desk {
  page: Page;
  locale: Locale;
  /** A fresh payment of 64.50 EUR; its id. */
  pay(params?: Record<string, string>): Promise<string>;
  /** Opens the dispute of a fresh payment with this card; its path. */
  dispute(card: string): Promise<string>;
}

interface Task {
  name: string;
  role: Role;
  run(desk: Desk): Promise<void>;
}

const button = ({ page }: Desk, name: string | RegExp) => page.getByRole("button", { name });
const words = ({ locale }: Desk) => ({
  desk: translator(locale, "desk"),
  disputes: translator(locale, "disputes"),
  blocked: translator(locale, "blocked"),
});

async function refundAtDesk(desk: Desk, asked: string, amount: string): Promise<void> {
  const { page } = desk;
  const t = words(desk).desk;
  await expect(async () => {
    await page.goto(`${home}/desk`);
    await page.getByLabel(t("find")).fill(asked);
    await button(desk, t("search")).click();
    await expect(page.getByLabel(t("amount"))).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByLabel(t("amount")).fill(amount);
  await page.getByLabel(t("amount")).press("Enter");
  await expect(page.getByText(t("done.succeeded", { amount: "§" }).replace("§", "").trim())).toBeVisible();
}

/** Pages that the browser asks for, whatever leads on to another. */
async function fewLoads({ page }: Desk, act: () => Promise<void>, most: number): Promise<void> {
  let loads = 0;
  const count = (request: Request) => {
    if (request.isNavigationRequest() && request.redirectedFrom() === null) loads++;
  };
  page.on("request", count);
  await act();
  page.off("request", count);
  expect(loads).toBeLessThanOrEqual(most);
}

async function counterUntilLetter(desk: Desk, path: string): Promise<void> {
  const { page } = desk;
  const t = words(desk).disputes;
  await page.goto(`${path}/counter`);
  await page.getByLabel(t("product.kind.physical_product")).check();
  await button(desk, t("counter.goOn")).click();
  await page.getByLabel(t("field.shipping_tracking_number")).fill("6A12345678901");
  await button(desk, t("counter.save")).click();
  await page.getByRole("link", { name: t("counter.goOn") }).click();
  await page.getByLabel(t("field.uncategorized_text")).fill("It was delivered and signed for.");
}

const refunding: Omit<Task, "role">[] = [
  {
    name: "from an order number to a partial refund in at most four page loads",
    async run(desk) {
      const order = `LV-${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
      const id = await desk.pay({ "metadata[order_id]": order });
      // Until the order can be found; from then on it is counted.
      await expect(async () => {
        await desk.page.goto(`${home}/desk?q=${order}`);
        await expect(desk.page.getByLabel(words(desk).desk("amount"))).toBeVisible({ timeout: 2000 });
      }).toPass();
      await fewLoads(desk, () => refundAtDesk(desk, order, "20"), 4);
      expect(await refundsOf(desk.page.request, id)).toMatchObject([{ amount: 2000 }]);
    },
  },
  {
    name: "a payment is found by its id and refunded whole",
    async run(desk) {
      const id = await desk.pay();
      await refundAtDesk(desk, id, "64.50".replace(".", desk.locale === "fr" ? "," : "."));
      expect(await refundsOf(desk.page.request, id)).toMatchObject([{ amount: 6450 }]);
    },
  },
  {
    name: "more than is left is refused, and nothing is refunded",
    async run(desk) {
      const id = await desk.pay();
      const t = words(desk).desk;
      await desk.page.goto(`${home}/desk?payment=${id}`);
      await desk.page.getByLabel(t("amount")).fill("100");
      await desk.page.getByLabel(t("amount")).press("Enter");
      await expect(desk.page.getByLabel(t("amount"))).toHaveAccessibleDescription(/./);
      expect(await refundsOf(desk.page.request, id)).toEqual([]);
    },
  },
];

const answering: Omit<Task, "role">[] = [
  {
    name: "the queue is narrowed to what is due within a week",
    async run(desk) {
      await desk.page.goto(`${transactions}/disputes?due=7_days`);
      await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  {
    name: "a dispute is countered and submitted once",
    async run(desk) {
      const path = await desk.dispute("createDisputeProductNotReceived");
      await counterUntilLetter(desk, path);
      await button(desk, words(desk).disputes("counter.submit")).click();
      await expect(desk.page).toHaveURL(path);
      await expect(desk.page.getByText(words(desk).disputes("evidence.sent"))).toBeVisible();
    },
  },
  {
    name: "a draft is kept, and read as the bank will",
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await counterUntilLetter(desk, path);
      await button(desk, words(desk).disputes("counter.draft")).click();
      await expect(desk.page).toHaveURL(path);
      const packet = await desk.page.request.get(`${path}/packet`);
      expect(packet.headers()["content-type"]).toBe("application/pdf");
    },
  },
  {
    name: "a letter with a fact still missing is not sent",
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/letter`);
      const letter = desk.page.getByLabel(words(desk).disputes("field.uncategorized_text"));
      await letter.fill("Sent on {shipped}");
      await button(desk, words(desk).disputes("counter.submit")).click();
      await expect(letter).toHaveAccessibleDescription(/./);
      await expect(desk.page).toHaveURL(/\/letter/);
    },
  },
  {
    name: "a dispute is accepted with its loss in view",
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/accept`);
      await expect(desk.page.getByText(/64[.,]50/).first()).toBeVisible();
      await button(desk, words(desk).disputes("accept.submit.dispute")).click();
      await expect(desk.page.getByText(words(desk).disputes("status.lost"), { exact: true })).toBeVisible();
    },
  },
  {
    name: "the receipt is added with one press",
    async run(desk) {
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/papers`);
      await button(desk, words(desk).disputes("known.add.receipt")).click();
      await expect(desk.page.getByText("receipt.pdf").first()).toBeVisible();
    },
  },
  {
    name: "a template is written, used and deleted",
    async run(desk) {
      const t = words(desk).disputes;
      const name = `Script ${Date.now()}`;
      await desk.page.goto(`${transactions}/disputes/letters/new`);
      await desk.page.getByLabel(t("letters.name")).fill(name);
      await desk.page.getByLabel(t("letters.body")).fill("About {amount}");
      await button(desk, t("letters.save")).click();
      const path = await desk.dispute("createDispute");
      await desk.page.goto(`${path}/counter/letter`);
      await desk.page.getByLabel(t("letters.choose")).selectOption({ label: name });
      await button(desk, t("letters.use")).click();
      await expect(desk.page.getByLabel(t("field.uncategorized_text"))).toHaveValue(/64[.,]50/);
      await desk.page.goto(`${transactions}/disputes/letters`);
      await desk.page.getByRole("link", { name }).first().click();
      await button(desk, t("letters.delete", { name })).click();
      await expect(desk.page.getByText(name)).toHaveCount(0);
    },
  },
];

const watching: Omit<Task, "role">[] = [
  {
    name: "a payment called fraud is on the block lists, and taken off again",
    async run(desk) {
      const { page, locale } = desk;
      const email = `thief-${Date.now()}@example.com`;
      const id = await desk.pay({ payment_method: "pm_card_jcb", receipt_email: email });
      await page.goto(`${transactions}/${id}/refund`);
      const form = page.getByRole("form", { name: translator(locale, "refund")("title") });
      await form.locator('[name="reason"]').selectOption("fraudulent");
      await form.getByRole("button").first().click();
      await page.waitForURL(new RegExp(`/transactions/${id}$`));
      for (const entry of [email, "JCB"]) {
        await page.goto(`${home}/settings/blocked`);
        await page
          .getByRole("link", { name: new RegExp(entry) })
          .first()
          .click();
        await button(desk, words(desk).blocked("remove")).click();
        await page.waitForURL(/settings\/blocked$/);
      }
      await expect(page.getByText(email)).toHaveCount(0);
    },
  },
];

/** What this role's menu does not offer is not there by its address either. */
const refused = (path: string): Omit<Task, "role"> => ({
  name: `${path} is not for them`,
  async run(desk) {
    await desk.page.goto(`${home}${path}`);
    await expect(desk.page.locator("form button[type=submit][data-tone=primary]")).toHaveCount(0);
  },
});

const by = (role: Role, tasks: Omit<Task, "role">[]): Task[] => tasks.map((task) => ({ ...task, role }));

const tasks: Task[] = [
  ...by("support_specialist", [...refunding, ...answering, ...watching]),
  ...by("support_associate", [...refunding, ...answering]),
  ...by("refund_analyst", [...refunding, refused("/transactions/disputes/letters/new")]),
  ...by("dispute_analyst", [...answering.slice(0, 4), refused("/desk")]),
];

for (const { name, locale, use } of ways) {
  test.describe(`a day at the desk, ${name}`, () => {
    test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
    test.use(use);
    test.setTimeout(60_000);

    for (const task of tasks) {
      test(`${task.role}: ${task.name}`, async ({ page, playwright, baseURL }) => {
        // Payments are the shop's own, made by its key and not in the browser of who works here.
        const shop = await playwright.request.newContext({ baseURL });
        await sendSignIn(page.request, { email: emailOfRole(task.role), next: "/design" });
        const pay = async (params = {}) => (await aDemoPayment(shop, params)).id;
        const dispute = async (card: string) => {
          const id = await pay({ payment_method: `pm_card_${card}`, description: "Two desk lamps" });
          const [found] = await disputesOf(shop, id);
          return `${transactions}/disputes/${found}`;
        };
        await task.run({ page, locale, pay, dispute });
        await shop.dispose();
      });
    }
  });
}

test("the script has thirty tasks", () => {
  expect(tasks).toHaveLength(30);
});
