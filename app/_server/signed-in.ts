import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSession, type SignedIn } from "#lib/auth/sessions";
import { localPath, signInPath } from "./local-path";
import { pathHeader } from "./request-facts";
import { cookieNames, openSessionCookie } from "./session-cookie";

/** Who is signed in in this browser, asked once a request; null for nobody. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const cookie = (await cookies()).get(cookieNames().session)?.value;
  const claim = await openSessionCookie(cookie);
  return claim && findSession(claim.sessionId, claim.personId);
});

/** Who is signed in; anybody else is led to the sign-in page, and back. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await signedIn()) ?? redirect(signInPath(localPath((await headers()).get(pathHeader))));
}
