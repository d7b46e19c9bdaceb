import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { demoPassword } from "#lib/demo/credentials";

type DemoName = "owner" | "admin" | "developer" | "analyst" | "support" | "viewer";

/** Signs one of the demo's people in and opens a page. The form itself is for the tests of signing in. */
export async function signIn(page: Page, who: DemoName = "owner", next = "/design"): Promise<void> {
  await sendSignIn(page.request, { email: `${who}@maison-lavande.test`, next: "/design" });
  await page.goto(next);
}

/** What the sign-in form sends; the context keeps the session's cookie. */
export async function sendSignIn(
  context: APIRequestContext,
  { email, next }: { email: string; next: string },
): Promise<void> {
  const form = await (await context.get("/sign-in")).text();
  const [, csrfToken = ""] = /name="csrfToken" value="([^"]+)"/.exec(form) ?? [];
  const answer = await context.post("/api/auth/callback/credentials", {
    form: { csrfToken, next, email, password: demoPassword },
  });
  expect(new URL(answer.url()).pathname).toBe(next);
}
