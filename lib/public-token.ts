import { randomText } from "#lib/ids";

/** The unguessable end of an address that anybody may open; it names its environment, since its reader has no other. */
export function newPublicToken(environmentId: number): string {
  return `${environmentId}-${randomText(24)}`;
}

/** The environment such an address belongs to; null for what is no such address. */
export function environmentOfToken(token: string): number | null {
  const [, environment] = /^(\d{1,9})-\w{24}$/.exec(token) ?? [];
  return environment === undefined ? null : Number(environment);
}
