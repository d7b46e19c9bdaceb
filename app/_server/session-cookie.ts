import { decode } from "next-auth/jwt";
import { config } from "#lib/config";
import { longestSession } from "#lib/auth/sessions";

/** What the sealed cookie says: whose session, no more. The table of sessions decides whether it still counts. */
export interface SessionClaim {
  sessionId: string;
  personId: string;
}

/** Whether browsers reach this server over https, and so keep cookies to it. */
export function isSecure(): boolean {
  return config().publicUrl.startsWith("https:");
}

/** next-auth's names: `__Secure-` and `__Host-` keep other hosts of the domain from setting them. */
export function cookieNames() {
  return isSecure()
    ? { session: "__Secure-next-auth.session-token", csrf: "__Host-next-auth.csrf-token" }
    : { session: "next-auth.session-token", csrf: "next-auth.csrf-token" };
}

export const sessionSeconds = longestSession / 1000;

/** Attributes of every cookie of ours that scripts have no business with. */
export function guarded(path = "/") {
  return { httpOnly: true, sameSite: "lax" as const, secure: isSecure(), path };
}

/** Opens the sealed cookie; null when there is none, or it was not sealed here. */
export async function openSessionCookie(value: string | undefined): Promise<SessionClaim | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: config().secret }).catch(() => null);
  const { sessionId, sub } = token ?? {};
  return typeof sessionId === "string" && sub ? { sessionId, personId: sub } : null;
}
