import { type APIRequest, type APIRequestContext, expect } from "@playwright/test";
import type { Role } from "#lib/auth/roles";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { emailOfRole } from "./pages-roles.ts";

/** Somebody with this role, signed in and without a browser. */
export async function signInAs(
  role: Role,
  { request, baseURL }: { request: APIRequest; baseURL: string | undefined },
): Promise<APIRequestContext> {
  const somebody = await request.newContext({ baseURL });
  const form = await (await somebody.get("/sign-in")).text();
  const [, csrfToken = ""] = /name="csrfToken" value="([^"]+)"/.exec(form) ?? [];
  const answer = await somebody.post("/api/auth/callback/credentials", {
    form: { csrfToken, next: `/${demoSlug}/settings`, email: emailOfRole(role), password: demoPassword },
  });
  expect(new URL(answer.url()).pathname).toBe(`/${demoSlug}/settings`);
  return somebody;
}
