import { createHmac } from "node:crypto";

/**
 * The `Stripe-Signature` header of a body: one `v1` a secret. `at`: seconds since 1970; it is signed too, so that an
 * old delivery cannot be replayed.
 */
export function signatureHeader(body: string, secrets: readonly string[], at: number): string {
  const signatures = secrets.map((secret) => `v1=${sign(`${at}.${body}`, secret)}`);
  return [`t=${at}`, ...signatures].join(",");
}

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
