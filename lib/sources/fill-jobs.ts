import { and, asc, eq, gt } from "drizzle-orm";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { fillEverywhere } from "#lib/jobs/fill";
import { awaitRenewal } from "#lib/payment-methods/await-renewal";
import { tellExpiring } from "./tell-expiring.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const atOnce = 50;

/** Has what is to come told of cards that customers had before anybody saw to it. */
export function fillCardJobs(): Promise<void> {
  return fillEverywhere("sources.card_jobs", someCards);
}

async function someCards(tx: Tx, after: string): Promise<string | null> {
  const { environmentId, id } = paymentMethods;
  const rows = await tx.db
    .select()
    .from(paymentMethods)
    .where(and(eq(environmentId, tx.environmentId), gt(id, after)))
    .orderBy(asc(id))
    .limit(atOnce);
  for (const row of rows) {
    if (row.customerId === null) continue;
    if (row.sourceObject !== null) await tellExpiring(tx, row);
    await awaitRenewal(tx, row);
  }
  return rows.length < atOnce ? null : (rows.at(-1)?.id ?? null);
}
