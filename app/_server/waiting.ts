import { cookies } from "next/headers";
import { findWaitingSession, type SignedIn } from "#lib/auth/sessions";
import { cookieNames, openSessionCookie } from "./session-cookie";

/** Who gave their password in this browser and has yet to give a code; null for nobody. */
export async function waitingForCode(): Promise<SignedIn | null> {
  const claim = await openSessionCookie((await cookies()).get(cookieNames().session)?.value);
  return claim && findWaitingSession(claim.sessionId, claim.personId);
}
