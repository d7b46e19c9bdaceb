import { randomText } from "#lib/ids";
import { seal, unseal } from "#lib/seal";
import type { WebhookEndpointRow } from "./wire.ts";

/** A new signing secret. */
export function newSecret(): string {
  return `whsec_${randomText(32)}`;
}

/** A secret as it is stored with its endpoint. */
export function sealSecret(endpointId: string, secret: string): string {
  return seal(endpointId, secret);
}

/** The secrets that sign at a moment: the present one, and the one before while a roll overlaps. */
export function secretsOf(endpoint: WebhookEndpointRow, now: number): string[] {
  const { id, sealedSecret, sealedOldSecret, oldSecretUntil } = endpoint;
  const overlaps = oldSecretUntil !== null && now < oldSecretUntil;
  const sealed = overlaps ? [sealedSecret, sealedOldSecret] : [sealedSecret];
  return sealed.flatMap((text) => (text === null ? [] : [unseal(id, text)]));
}
