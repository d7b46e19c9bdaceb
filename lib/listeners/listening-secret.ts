import { createHmac } from "node:crypto";
import { config } from "#lib/config";

/** What signs events for whoever listens with a key: the same each time, so that it can be written into a program. */
export function listeningSecret(keyId: string): string {
  const signer = createHmac("sha256", config().secret).update(`listening with ${keyId}`);
  return `whsec_${signer.digest("hex")}`;
}
