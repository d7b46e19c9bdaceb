import type { AuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { type SignInAnswer, signIn } from "#lib/auth/sign-in";
import type { Origin, SignedIn } from "#lib/auth/sessions";
import { config } from "#lib/config";
import { guarded, cookieNames, isSecure, sessionSeconds } from "./session-cookie";

/** next-auth for one sign-in: it checks the CSRF token, asks the core, and seals the session into a cookie. */
export function authOptions(origin: Origin, onAnswer: (answer: SignInAnswer) => void): AuthOptions {
  const check = async (typed: Record<"email" | "password", string> | undefined) => {
    const answer = await signIn({ email: typed?.email ?? "", password: typed?.password ?? "", ...origin });
    onAnswer(answer);
    return answer.ok ? userOf(answer) : null;
  };
  return {
    secret: config().secret,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: { name: cookieNames().session, options: guarded() } },
    providers: [credentialsProvider({ credentials: { email: {}, password: {} }, authorize: check })],
    callbacks: { jwt: ({ user }) => ({ sub: user.id, sessionId: user.name }) },
    logger: { error() {}, warn() {}, debug() {} },
  };
}

/** The session's id travels in the one field of next-auth's user that we have no other use for. */
function userOf({ person, session }: SignedIn) {
  return { id: person.id, name: session.id };
}
