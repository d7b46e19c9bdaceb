import type { Tx } from "#lib/auth/viewer";

/** Takes the caller's idempotency key and stores the result with it, for a command that asks no processor. */
export async function claimed<Result>(tx: Tx, change: () => Promise<Result>): Promise<Result> {
  await tx.viewer.claim?.take(tx, null);
  const result = await change();
  await tx.viewer.claim?.settle(tx, { result });
  return result;
}
