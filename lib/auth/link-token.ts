import { hash } from "node:crypto";
import { randomText } from "#lib/ids";

/** What an address in a mail proves its bearer with: 256 bits that nobody can guess. */
export function newLinkToken(): string {
  return randomText(43);
}

/** All that is stored of it. */
export function hashOfLinkToken(token: string): string {
  return hash("sha256", token, "hex");
}
