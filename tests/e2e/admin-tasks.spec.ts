import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { totpAt } from "#lib/auth/totp";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { randomText } from "#lib/ids";
import { test } from "#tests/support/own-server";
import { signIn } from "#tests/support/sign-in";

const home = `/${demoSlug}`;
const settings = `${home}/settings`;
const phone = { width: 390, height: 844 };
const chosen = "a good long password";

const screens = [
  { name: "with scripts", locale: "en", use: { javaScriptEnabled: true } },
  { name: "without scripts", locale: "en", use: { javaScriptEnabled: false } },
  { name: "on a phone", locale: "en", use: { javaScriptEnabled: true, viewport: phone } },
  { name: "in French", locale: "fr", use: { javaScriptEnabled: true } },
  {
    name: "in French, on a phone, without scripts",
    locale: "fr",
    use: { javaScriptEnabled: false, viewport: phone },
  },
] as const;

for (const { name, locale, use } of screens) {
  test.describe(name, () => {
    test.skip(process.env["TEST_FULL"] !== "1", "Part of the full run");
    test.use(use);

    test("what an admin does with a team, one task after the other", async ({ page, browser, baseURL }) => {
      test.setTimeout(300_000);
      const guest = await browser.newPage({ baseURL, ...use, locale: "en-GB" });
      const work = { page, guest, browser, locale, scripts: use.javaScriptEnabled, ...somebody() };
      await signIn(page, "admin", settings);
      for (const [task, carryOut] of Object.entries(tasks)) await test.step(task, () => carryOut(work));
      await guest.close();
    });
  });
}

interface Work {
  /** The admin's browser, and that of who joins the team. */
  page: Page;
  guest: Page;
  browser: Browser;
  locale: Locale;
  scripts: boolean;
  email: string;
  unwanted: string;
}

const tasks: Record<string, (work: Work) => Promise<void>> = {
  async "chooses a language"({ page, locale }) {
    await page.goto(`${settings}/user`);
    await page.locator("[name=locale]").selectOption(locale);
    await formOf(page, "locale").locator("button").click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
  },
  async "invites two people at once"({ page, locale, email, unwanted }) {
    const t = translator(locale, "team");
    await page.goto(`${settings}/team/invite`);
    await page.getByLabel(t("emails")).fill(`${email}, ${unwanted}`);
    await page.locator("[name=roles][value=view_only]").check();
    await page.getByLabel(t("message")).fill("Welcome.");
    await press(page, t("inviteSubmit"));
    await expect(page.locator("main")).toContainText(unwanted);
  },
  async "sends an invitation again, and takes the other back"({ page, locale, email, unwanted }) {
    const t = translator(locale, "team");
    await open(page, `${settings}/team`, email);
    await press(page, t("resend"));
    await expect(page.getByText(t("resent"))).toBeVisible();
    await open(page, `${settings}/team`, unwanted);
    await press(page, t("revoke"));
    await expect(page.locator("main h1")).toHaveText(t("title"));
  },
  async "passes the link on from the outbox, and is joined"(work) {
    const { guest } = work;
    await guest.goto(await newestLinkTo(work));
    await guest.locator("#name").fill("Grace");
    await guest.locator("#password").fill(chosen);
    await press(guest, "Join the team");
    await expect(guest).toHaveURL(new RegExp(home));
  },
  async "finds somebody, and sees what they may do and why"(work) {
    await see(work, await memberPage(work), translator(work.locale, "team")("mayAndWhy"));
    await expect(work.page.locator("main h1")).toHaveText("Grace");
  },
  async "gives somebody two roles"(work) {
    const { page, locale } = work;
    await page.goto(`${await memberPage(work)}/roles`);
    await page.locator("[name=roles][value=analyst]").check();
    await press(page, translator(locale, "team")("saveRoles"));
    await expect(page.locator("main")).toContainText(translator(locale, "roles")("name.analyst"));
  },
  async "compares two roles"(work) {
    await see(
      work,
      `${settings}/team/roles?one=analyst&other=developer`,
      translator(work.locale, "team")("compareCaption"),
    );
  },
  async "takes the team along as a file"({ page, email }) {
    expect(await (await page.request.get(`${settings}/team/export`)).text()).toContain(email);
  },
  async "reads what was done to the team, and has the chain checked"(work) {
    const t = translator(work.locale, "history");
    await see(work, `${settings}/security?group=team`, t("action.member.roles_changed"));
    await see(work, `${settings}/security?verify=yes`, t("holdsText"));
    expect((await work.page.request.get(`${settings}/security/export`)).ok()).toBe(true);
  },
  async "says how long the history is kept"({ page, locale }) {
    await page.goto(`${settings}/security/retention`);
    await page.locator("[name=days]").selectOption("1825");
    await press(page, translator(locale, "common")("save"));
    await expect(page).toHaveURL(new RegExp(`${settings}/security$`));
  },
  async "asks the team for a second step, which a member sets up on signing in"({ page, guest, ...work }) {
    const t = translator(work.locale, "team");
    await page.goto(`${settings}/team/two-step`);
    await press(page, t("twoStep.require"));
    await expect(page.getByText(t("twoStep.isRequired"))).toBeVisible();
    await guest.context().clearCookies();
    await guest.goto("/sign-in");
    await guest.getByLabel("Email").fill(work.email);
    await guest.getByLabel("Password").fill(chosen);
    await press(guest, "Sign in");
    const secret = (await guest.locator("main code").innerText()).replaceAll(/\s/g, "");
    await guest.getByLabel("Code", { exact: true }).fill(totpAt(secret, Date.now()));
    await press(guest, "Continue");
    await expect(guest).toHaveURL(new RegExp(home));
    await page.goto(`${settings}/team/two-step`);
    await press(page, t("twoStep.release"));
    await expect(page.getByText(t("twoStep.isFree"))).toBeVisible();
  },
  async "resets the second step of who lost their phone"(work) {
    const { page, guest, locale, email } = work;
    await page.goto(`${await memberPage(work)}/two-step`);
    await press(page, translator(locale, "team")("twoStep.resetSubmit"));
    await guest.goto(await newestLinkTo(work));
    await guest.getByLabel("Password").fill(chosen);
    await press(guest, "Turn off");
    await expect(guest).toHaveURL(/\/sign-in/);
    await guest.getByLabel("Email").fill(email);
    await guest.getByLabel("Password").fill(chosen);
    await press(guest, "Sign in");
    await expect(guest).toHaveURL(new RegExp(home));
  },
  async "chooses what to be written about"({ page, locale }) {
    await page.goto(`${settings}/user/notifications`);
    await page.locator("[name=wanted][value=digest]").check();
    await press(page, translator(locale, "common")("save"));
    await expect(page.getByText(translator(locale, "notices")("choices.saved"))).toBeVisible();
  },
  async "signs out everywhere else"(work) {
    const { page, browser, locale } = work;
    const other = await browser.newPage({ baseURL: new URL(page.url()).origin });
    await signIn(other, "admin", settings);
    const t = translator(locale, "settings");
    await see(work, `${settings}/user`, t("user.sessions"));
    await press(page, t("user.signOutOthers"));
    await expect(page.locator("main tbody tr")).toHaveCount(1);
    await other.goto(settings);
    await expect(other).toHaveURL(/\/sign-in/);
    await other.close();
  },
  async "changes their own password, and back"({ page, locale }) {
    const t = translator(locale, "settings");
    for (const [present, next] of [
      [demoPassword, chosen],
      [chosen, demoPassword],
    ] as const) {
      await page.goto(`${settings}/user`);
      await page.getByLabel(t("user.currentPassword")).fill(present);
      await page.getByLabel(t("user.newPassword")).fill(next);
      await press(page, t("user.changePassword"));
      await expect(page.getByText(t("user.passwordChanged"))).toBeVisible();
    }
  },
  async "sees on Home what the account still lacks, puts it away, and finds it again"(work) {
    const { page, locale } = work;
    const t = translator(locale, "guide");
    await page.goto(home);
    await press(page, t("hide"));
    await expect(page.getByRole("button", { name: t("hide") })).toHaveCount(0);
    await see(work, `${settings}/guide`, t("step.activation.title"));
    await press(page, t("show"));
    await expect(page.getByRole("button", { name: t("hide") })).toBeVisible();
  },
  async "fills in a part of the application for live payments"(work) {
    const { page, locale } = work;
    const t = translator(locale, "activation");
    await page.goto(`${settings}/activation/product`);
    await page.getByLabel(t("field.description")).fill("Soap and candles, sent by post.");
    await press(page, translator(locale, "common")("save"));
    await see(work, `${settings}/activation`, t("parts.product"));
  },
  async "opens a further account, which is theirs, and has no figures yet"(work) {
    const { page, locale, email } = work;
    const t = translator(locale, "accounts");
    await page.goto(`${settings}/accounts/new`);
    await page.locator("[name=accountName]").fill(shopOf(email));
    await page.locator("[name=country]").selectOption("FR");
    await page.locator("[name=currency]").selectOption("eur");
    await press(page, t("open"));
    await expect(page).toHaveURL(/\/settings\/guide$/);
    await expect(page.locator("main h1")).toHaveText(translator(locale, "guide")("title"));
    const guide = new URL(page.url()).pathname;
    await see(work, guide.replace("/settings/guide", ""), translator(locale, "home")("noFigures"));
    await page.goto(guide);
  },
  async "closes it again"(work) {
    const { page, locale, email } = work;
    const t = translator(locale, "accounts");
    await see(work, new URL("account/close", page.url()).pathname, t("exportFirst"));
    await page.getByLabel(t("typeName")).fill(shopOf(email));
    await press(page, t("closeSubmit"));
    await expect(page).not.toHaveURL(/\/account\/close$/);
    await page.goto(`${settings}/accounts`);
    await expect(page.locator("main")).not.toContainText(shopOf(email));
  },
  async "takes somebody off the team, whose open page is a page no more"(work) {
    const { page, guest, locale } = work;
    await page.goto(`${await memberPage(work)}/remove`);
    await press(page, translator(locale, "team")("removeSubmit"));
    await guest.goto(settings);
    await expect(guest).toHaveURL(/\/sign-in/);
  },
  async "has pages follow the browser's language again"({ page }) {
    await page.goto(`${settings}/user`);
    await page.locator("[name=locale]").selectOption("");
    await formOf(page, "locale").locator("button").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  },
};

function somebody() {
  const word = randomText(8).toLowerCase();
  return { email: `${word}@example.com`, unwanted: `${word}-not@example.com` };
}

const shopOf = (email: string) => `Shop ${email.split("@")[0]}`;

const formOf = (page: Page, field: string): Locator =>
  page.locator("main form", { has: page.locator(`[name=${field}]`) });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Opens what a list calls by this name. */
async function open(page: Page, list: string, name: string): Promise<void> {
  await page.goto(list);
  await page.getByRole("row").filter({ hasText: name }).getByRole("link").first().click();
  await page.waitForURL((url) => url.pathname !== list);
}

async function memberPage({ page, email }: Work): Promise<string> {
  await open(page, `${settings}/team?q=${email}`, email);
  return new URL(page.url()).pathname;
}

/** The page is there, whole, fits its screen, and has nothing that keeps somebody out. */
async function see({ page, scripts }: Work, address: string, text: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("main").getByText(text).first()).toBeVisible();
  if (!scripts) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.length}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}

/** The secret link of the newest mail to somebody that has one. */
async function newestLinkTo({ page, email, locale }: Work): Promise<string> {
  await open(page, `${home}/outbox`, email);
  const name = translator(locale, "outbox")("text");
  const text = await page.getByRole("region", { name }).innerText();
  return new URL(/https?:\S+/.exec(text)?.[0] ?? "").pathname;
}
