import { expect, type Page, test } from "@playwright/test";
import { totpAt } from "#lib/auth/totp";
import { demoSlug } from "#lib/demo/credentials";
import { randomText } from "#lib/ids";
import { operate } from "#tests/support/operator";
import { invitationOf, linkMailedTo } from "#tests/support/pages-invite";

const settings = `/${demoSlug}/settings`;
const password = "a good long password";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("somebody is invited, joins, takes another email, turns a second step on, and is removed", async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(90_000);
      const link = await invitationOf(page, anEmail());
      const guest = await browser.newPage({ baseURL, javaScriptEnabled });
      await join(guest, link);
      expect((await guest.goto(link))?.status()).toBe(404);
      await expect(guest.locator("h1")).toHaveText("This invitation can no longer be accepted");

      const asked = await askForAnotherEmail(guest, page);
      await takeAnotherEmail(guest, asked);
      await signInAs(guest, asked);
      await expect(guest).toHaveURL(settings);
      await turnSecondStepOn(guest);
      const again = await browser.newPage({ baseURL, javaScriptEnabled });
      await signInAs(again, asked);
      await expect(again.locator("h1")).toHaveText("One more step");
      // The password's cookie alone opens nothing.
      await again.goto(settings);
      await expect(again).toHaveURL(/\/sign-in/);

      await readsNamesOnAPhone(page);
      await removed(page, asked);
      await guest.goto(settings);
      await expect(guest).toHaveURL(/\/sign-in/);
      await guest.close();
      await again.close();
    });

    test("who is removed from one of two accounts finds the way to the other in their open tab", async ({
      page,
      browser,
      baseURL,
    }) => {
      const email = anEmail();
      const guest = await browser.newPage({ baseURL, javaScriptEnabled });
      await join(guest, await invitationOf(page, email, "Administrator"));
      const shop = await openShop(guest);
      await guest.goto(`${settings}/user`);
      await removed(page, email);
      await guest.getByLabel("Name", { exact: true }).fill("Gracie");
      await guest.getByRole("button", { name: "Save" }).click();
      await expect(guest.locator("h1")).toHaveText("Nothing is here");
      await guest.getByRole("link", { name: shop }).click();
      await expect(guest.locator("h1")).toBeVisible();
      const theirs = new URL(guest.url()).pathname;
      const answers = [];
      for (const address of [settings, "/no-such-test/settings"]) {
        const answer = await guest.goto(address);
        answers.push([answer?.status(), await guest.getByRole("main").innerText()]);
      }
      expect(answers[0]).toEqual([404, expect.stringContaining(shop)]);
      expect(answers[0]).toEqual(answers[1]);
      await guest.goto("/");
      await expect(guest).toHaveURL(theirs);
      await guest.close();
    });
  });
}

async function join(guest: Page, link: string): Promise<void> {
  await guest.goto(link);
  await guest.locator("#name").fill("Grace");
  await guest.locator("#password").fill(password);
  await guest.getByRole("button", { name: "Join the team" }).click();
  await expect(guest).toHaveURL(new RegExp(`/${demoSlug}`));
}

/** An account of their own beside the one they joined; its name. */
async function openShop(guest: Page): Promise<string> {
  const name = `Shop ${randomText(8)}`;
  await guest.goto(`${settings}/accounts/new`);
  await guest.locator("[name=accountName]").fill(name);
  await guest.locator("[name=country]").selectOption("FR");
  await guest.locator("[name=currency]").selectOption("eur");
  await guest.getByRole("button", { name: "Open a further account", exact: true }).click();
  await expect(guest).toHaveURL(/\/settings\/guide$/);
  return name;
}

function anEmail(): string {
  return `${randomText(8).toLowerCase()}@example.com`;
}

/** However long what stands beside it is. */
async function readsNamesOnAPhone(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${settings}/team`);
  const member = page.locator("main tbody tr").first();
  await member.locator('[data-card="state"]').evaluate((state) => {
    state.textContent = "Owner, Refund analyst, Dispute analyst, View only";
  });
  expect((await member.locator('[data-card="title"]').boundingBox())?.width).toBeGreaterThan(90);
  if (wide) await page.setViewportSize(wide);
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto(`/sign-in?next=${settings}`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
}

/** The link that was sent there proves whose the mailbox is: not even an owner reads it in the outbox. */
async function askForAnotherEmail(page: Page, owner: Page): Promise<string> {
  const email = anEmail();
  await page.goto(`${settings}/user`);
  await page.getByRole("link", { name: "Change the email" }).click();
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("A link is on its way to the new address.")).toBeVisible();
  expect(await linkMailedTo(owner, email)).not.toContain("/account/email/");
  return email;
}

/** Whoever runs the server reads the link for somebody without a mail server; it works once. */
async function takeAnotherEmail(page: Page, asked: string): Promise<void> {
  const list = await operate("outbox", "--environment", demoSlug);
  const [mail = ""] =
    list
      .split("\n")
      .find((line) => line.includes(asked))
      ?.split(" ") ?? [];
  const text = await operate("outbox", "read", mail, "--environment", demoSlug);
  const { pathname } = new URL(/https?:\S+/.exec(text)?.[0] ?? "");
  await page.goto(pathname);
  await expect(page.locator("h1")).toContainText(asked);
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.goto(pathname))?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveText("This link opens nothing any more");
}

async function turnSecondStepOn(page: Page): Promise<void> {
  await page.goto(`${settings}/user/two-step/app`);
  const secret = (await page.locator("article code").innerText()).replaceAll(/\s/g, "");
  await page.locator("#code").fill(totpAt(secret, Date.now()));
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("You have no backup codes.")).toBeVisible();
}

async function removed(page: Page, email: string): Promise<void> {
  await page.goto(`${settings}/team?q=${email}`);
  await page.getByRole("row", { name: email }).getByRole("link").click();
  await page.getByRole("link", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove from the team" }).click();
  await expect(page).toHaveURL(new RegExp(`${settings}/team$`));
}
