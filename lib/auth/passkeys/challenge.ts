import { createHmac, timingSafeEqual } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { answeredChallenges } from "#db/schema/index";
import { minute } from "#lib/clock";
import { config } from "#lib/config";
import { randomText } from "#lib/ids";

/** What an answer is for, with whose it must be: `prove ses_…`. It counts for nothing else. */
export type ChallengePurpose =
  "sign-in" | `${"prove" | "second-step" | "enrol" | "register" | "join"} ${string}`;

const lasts = 15 * minute;

/** A fresh challenge. Nothing is stored of it: a page may be asked for any number of times. */
export function newChallenge(purpose: ChallengePurpose): string {
  const stated = `${randomText(22)}.${Date.now() + lasts}`;
  return `${stated}.${sealOf(stated, purpose)}`;
}

/** Whether a challenge, as a browser gives it back, was made here for this purpose a short while ago. */
export function isChallenge(given: string, purpose: ChallengePurpose): boolean {
  const [random = "", expiresAt = "", seal = ""] = textOf(given).split(".");
  const [made, expected] = [Buffer.from(seal), Buffer.from(sealOf(`${random}.${expiresAt}`, purpose))];
  return made.length === expected.length && timingSafeEqual(made, expected) && Number(expiresAt) > Date.now();
}

/** Uses a challenge up; false when it was answered before. */
export async function takeChallenge(db: Db, given: string): Promise<boolean> {
  const challenge = textOf(given);
  await db.delete(answeredChallenges).where(lt(answeredChallenges.expiresAt, Date.now()));
  const taken = await db
    .insert(answeredChallenges)
    .values({ challenge, expiresAt: Number(challenge.split(".")[1]) })
    .onConflictDoNothing()
    .returning({ challenge: answeredChallenges.challenge });
  return taken.length > 0;
}

function sealOf(stated: string, purpose: ChallengePurpose): string {
  return createHmac("sha256", config().secret).update(`passkey ${purpose} ${stated}`).digest("base64url");
}

function textOf(given: string): string {
  return Buffer.from(given, "base64url").toString("utf8");
}
