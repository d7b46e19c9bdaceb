import { cookies } from "next/headers";
import { z } from "zod";
import { guarded } from "./session-cookie";

/** What the sign-in page shows after a try that failed, carried by a cookie to that page alone. */
const attempt = z.object({
  email: z.string(),
  problem: z.enum(["wrong", "throttled", "expired"]),
  /** Milliseconds: when the next try is looked at. */
  until: z.number().optional(),
});

export type SignInAttempt = z.infer<typeof attempt>;

const name = "sign-in-attempt";
const seconds = 120;

export async function rememberAttempt(facts: SignInAttempt): Promise<void> {
  const text = JSON.stringify({ ...facts, email: facts.email.slice(0, 254) });
  (await cookies()).set(name, text, { ...guarded("/sign-in"), maxAge: seconds });
}

/** The last try of this browser, if it failed a moment ago. */
export async function lastAttempt(): Promise<SignInAttempt | null> {
  const text = (await cookies()).get(name)?.value;
  if (!text) return null;
  try {
    return attempt.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export async function forgetAttempt(): Promise<void> {
  (await cookies()).set(name, "", { ...guarded("/sign-in"), maxAge: 0 });
}
