import { expect, type Page, test } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { randomText } from "#lib/ids";
import { invitationOf } from "#tests/support/pages-invite";

const settings = `/${demoSlug}/settings`;

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
