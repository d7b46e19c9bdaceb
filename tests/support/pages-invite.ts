import { expect, type Page } from "@playwright/test";
import { demoSlug } from "#lib/demo/credentials";
import { signIn } from "./sign-in.ts";

/** Invites somebody as the owner, and reads the link in the outbox. */
export async function invitationOf(page: Page, email: string, role = "View only"): Promise<string> {
  await signIn(page, "owner", `/${demoSlug}/settings/team/invite`);
  await page.getByLabel("Email addresses").fill(email);
  await page.getByLabel(role, { exact: true }).check();
  await page.getByRole("button", { name: "Send the invitations" }).click();
  await expect(page.getByRole("table").last()).toContainText(email);
  return linkMailedTo(page, email);
}

/** The link in the newest mail to an address, as the owner reads it in the outbox. */
export async function linkMailedTo(page: Page, email: string): Promise<string> {
  await page.goto(`/${demoSlug}/outbox`);
  await page.getByRole("row", { name: email }).getByRole("link").first().click();
  const text = await page.getByRole("region", { name: "As text" }).innerText();
  return new URL(/https?:\S+/.exec(text)?.[0] ?? "").pathname;
}
