import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "#lib/config";

/** A cookie as next-auth checks it: the token, and its hash with the server's secret. */
export function newCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${sealOf(token)}`;
}

/** The token of a cookie that was made here; null for any other. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token = "", seal = ""] = cookie?.split("|") ?? [];
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(token))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function sealOf(token: string): string {
  return createHash("sha256").update(`${token}${config().secret}`).digest("hex");
}
