import { randomText } from "#lib/ids";

/** The unguessable end of a receipt's address; it names its environment, since its reader has no other. */
export function newReceiptToken(environmentId: number): string {
  return `${environmentId}-${randomText(24)}`;
}

/** The environment a receipt's address belongs to; null for what is no such address. */
export function environmentOfReceipt(token: string): number | null {
  const [, environment] = /^(\d{1,9})-\w{24}$/.exec(token) ?? [];
  return environment === undefined ? null : Number(environment);
}
