import { expect, type Page } from "@playwright/test";
import { demoPassword } from "#lib/demo/credentials";

type DemoName = "owner" | "admin" | "developer" | "analyst" | "support" | "viewer";

/** Signs one of the demo's people in, the way people do. */
export async function signIn(page: Page, who: DemoName = "owner", next = "/design"): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ next }).toString()}`);
  await page.locator("#email").fill(`${who}@maison-lavande.test`);
  await page.locator("#password").fill(demoPassword);
  await page.locator("#password").press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
}
