import { createHmac } from "node:crypto";
import { config } from "#lib/config";

/**
 * What a key was first used for. `target`: method and path, or the form's name; it stays readable, for the message
 * about a key that is used for something else. `content`: the parameters in an order of their own; keyed with the
 * server's secret, so that nobody can guess a short one from its hash.
 */
export function fingerprintOf(target: string, content: string): string {
  return `${target} ${createHmac("sha256", config().secret).update(content).digest("base64url")}`;
}

/** The target of a fingerprint. */
export function targetOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf(" "));
}
