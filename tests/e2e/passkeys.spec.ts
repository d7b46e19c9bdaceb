import { expect, type Page, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { randomText } from "#lib/ids";
import { invitationOf } from "#tests/support/pages-invite";

const settings = `/${demoSlug}/settings`;
const password = "a good long password";

test("somebody joins with a passkey, signs in with it, proves who they are, and names it", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const link = await invitationOf(page, `${randomText(8).toLowerCase()}@example.com`);
  const guest = await browser.newPage({ baseURL });
  await giveDevice(guest);
  await guest.goto(link);
  await guest.getByText("Or join without a password:").click();
  await guest.locator("#passkey-name").fill("Paula");
  await guest.getByRole("button", { name: "Join with a passkey" }).click();
  await expect(guest).toHaveURL(new RegExp(`/${demoSlug}`));

  await guest.context().clearCookies();
  await guest.goto(`/sign-in?next=${settings}/user/confirm?next=${settings}/user/passkeys`);
  await guest.getByRole("button", { name: "Use a passkey" }).click();
  await expect(guest.locator("h1")).toHaveText("Is it you?");
  await guest.getByRole("button", { name: "Use a passkey" }).click();
  await expect(guest.locator("h1")).toHaveText("Passkeys");

  await guest.getByRole("table").getByRole("link").click();
  await guest.getByLabel("Name").fill("Paula’s laptop");
  await guest.getByRole("button", { name: "Save" }).click();
  await expect(guest.getByRole("row", { name: "Paula’s laptop" })).toBeVisible();

  // The device holds one for this address already, and says so.
  await guest.getByRole("link", { name: "Add a passkey" }).click();
  await guest.getByRole("button", { name: "Make the passkey" }).click();
  await expect(guest.getByText("No passkey was made.")).toBeVisible();
  await guest.close();
});

test("a passkey made beside a password is the second step, until it is taken away; no other site is offered it", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const email = `${randomText(8).toLowerCase()}@example.com`;
  const link = await invitationOf(page, email);
  const guest = await browser.newPage({ baseURL });
  await giveDevice(guest);
  await guest.goto(link);
  await guest.locator("#name").fill("Pascal");
  await guest.locator("#password").fill(password);
  await guest.getByRole("button", { name: "Join the team" }).click();
  await expect(guest).toHaveURL(new RegExp(`/${demoSlug}`));

  await guest.goto(`${settings}/user/passkeys/new`);
  await guest.getByLabel("Name").fill("Pascal’s phone");
  await guest.getByRole("button", { name: "Make the passkey" }).click();
  await expect(guest.getByRole("row", { name: "Pascal’s phone" })).toBeVisible();
  expect(await offeredElsewhere(guest)).toBe("SecurityError");

  await signInWithPassword(guest, email);
  await expect(guest.locator("h1")).toHaveText("One more step");
  // The button does nothing before the page's scripts run.
  await expect(async () => {
    await guest.getByRole("button", { name: "Use a passkey" }).click();
    await expect(guest.locator("h1")).toHaveText("Passkeys", { timeout: 3_000 });
  }).toPass();
  await guest.getByRole("table").getByRole("link").click();
  await guest.getByRole("button", { name: "Remove the passkey" }).click();
  await expect(guest.getByText("No passkeys yet")).toBeVisible();

  await signInWithPassword(guest, email);
  await expect(guest.locator("h1")).toHaveText("Passkeys");
  await guest.close();
});

async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/sign-in?next=${settings}/user/passkeys`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
}

/** What a page of another site gets that asks the device for a passkey of ours. */
async function offeredElsewhere(page: Page): Promise<string> {
  await page.route("https://elsewhere.test/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }),
  );
  await page.goto("https://elsewhere.test/");
  return page.evaluate(async () => {
    const publicKey = { challenge: new Uint8Array(32), rpId: "localhost" };
    try {
      await navigator.credentials.get({ publicKey });
      return "offered";
    } catch (error) {
      return error instanceof Error ? error.name : "";
    }
  });
}

/** A device that keeps passkeys and always recognises its owner. */
async function giveDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}
