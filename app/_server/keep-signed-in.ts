import { encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import type { SignedIn } from "#lib/auth/sessions";
import { config } from "#lib/config";
import { cookieNames, guarded, sessionSeconds } from "./session-cookie";

/** Gives this browser the cookie of a session that was just begun. */
export async function keepSignedIn({ person, session }: SignedIn): Promise<void> {
  const value = await encode({
    token: { sub: person.id, sessionId: session.id },
    secret: config().secret,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(cookieNames().session, value, { ...guarded(), maxAge: sessionSeconds });
}
