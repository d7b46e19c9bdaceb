import { expect } from "@playwright/test";
import { translator } from "#lib/i18n/translator";
import { button, type Desk, home, type Task, transactions, unique, words } from "./desk";

/** Puts a value on a list by hand. */
async function putOnList(desk: Desk, effect: "block" | "allow", value: string): Promise<void> {
  const t = words(desk).blocked;
  await desk.page.goto(`${home}/settings/blocked/new`);
  await desk.page.getByLabel(t(`does.${effect}`)).check();
  await desk.page.getByLabel(t("one.email"), { exact: true }).check();
  await desk.page.getByLabel(t("value")).fill(value);
  await button(desk, t("submit")).click();
  await desk.page.waitForURL(/settings\/blocked$/);
}

async function takeOff(desk: Desk, entry: string): Promise<void> {
  await desk.page.goto(`${home}/settings/blocked`);
  await desk.page
    .getByRole("link", { name: new RegExp(entry) })
    .first()
    .click();
  await button(desk, words(desk).blocked("remove")).click();
  await desk.page.waitForURL(/settings\/blocked$/);
}

/** What this role's menu does not offer is not there by its address either. */
const refused = (path: string, role: Task["roles"][number]): Task => ({
  name: `${path} is not for them`,
  roles: [role],
  async run({ page }) {
    const answer = await page.goto(`${home}${path}`);
    expect(answer?.status()).not.toBe(500);
    await expect(page.locator("form button[type=submit][data-tone=primary]")).toHaveCount(0);
  },
});

/** Keeping fraud out, and oneself within bounds. */
export const watching: Task[] = [
  {
    name: "a payment called fraud is on the block lists, and taken off again",
    roles: ["support_specialist"],
    async run(desk) {
      const { page, locale } = desk;
      const email = `${unique("thief-")}@example.com`;
      const id = await desk.pay({ payment_method: "pm_card_jcb", receipt_email: email });
      await page.goto(`${transactions}/${id}/refund`);
      const form = page.getByRole("form", { name: translator(locale, "refund")("title") });
      await form.locator('[name="reason"]').selectOption("fraudulent");
      await form.getByRole("button").first().click();
      await page.waitForURL(new RegExp(`/transactions/${id}$`));
      for (const entry of [email, "JCB"]) await takeOff(desk, entry);
      await expect(page.getByText(email)).toHaveCount(0);
    },
  },
  {
    name: "somebody who is not to come back is blocked by hand",
    roles: ["support_associate"],
    async run(desk) {
      const email = `${unique("never-")}@example.com`;
      await putOnList(desk, "block", email);
      await expect(desk.page.getByText(email).first()).toBeVisible();
      await expect(desk.pay({ receipt_email: email })).rejects.toThrow(/fraudulent|declined/);
      await takeOff(desk, email);
      await desk.pay({ receipt_email: email });
    },
  },
  {
    name: "a regular customer is let pass whatever their risk",
    roles: ["support_specialist"],
    async run(desk) {
      const email = `${unique("regular-")}@example.com`;
      const risky = { receipt_email: email, payment_method: "pm_card_riskLevelHighest" };
      await expect(desk.pay(risky)).rejects.toThrow(/declined/);
      await putOnList(desk, "allow", email);
      await desk.pay(risky);
      await takeOff(desk, email);
    },
  },
  {
    name: "what cannot be on a list is refused beside its field",
    roles: ["support_associate"],
    async run(desk) {
      const t = words(desk).blocked;
      await desk.page.goto(`${home}/settings/blocked/new`);
      await desk.page.getByLabel(t("one.card_fingerprint")).check();
      await desk.page.getByLabel(t("value")).fill("4242 4242");
      await button(desk, t("submit")).click();
      await expect(desk.page.getByLabel(t("value"))).toHaveAccessibleDescription(/./);
      await expect(desk.page).toHaveURL(/\/new/);
    },
  },
  refused("/transactions/disputes/letters/new", "refund_analyst"),
  refused("/transactions/disputes/policy", "refund_analyst"),
  refused("/desk", "dispute_analyst"),
  refused("/settings/refund-limits", "support_specialist"),
  refused("/desk/work", "support_associate"),
];
