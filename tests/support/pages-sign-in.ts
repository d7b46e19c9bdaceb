import type { APIRequest, APIRequestContext } from "@playwright/test";
import type { Role } from "#lib/auth/roles";
import { demoSlug } from "#lib/demo/credentials";
import { emailOfRole } from "./pages-roles.ts";
import { sendSignIn } from "./sign-in.ts";

/** Somebody with this role, signed in and without a browser. */
export async function signInAs(
  role: Role,
  { request, baseURL }: { request: APIRequest; baseURL: string | undefined },
): Promise<APIRequestContext> {
  const somebody = await request.newContext({ baseURL });
  await sendSignIn(somebody, { email: emailOfRole(role), next: `/${demoSlug}/settings` });
  return somebody;
}
