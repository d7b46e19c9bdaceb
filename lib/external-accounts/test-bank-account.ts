import { externalAccounts } from "#db/schema/index";
import type { Db } from "#db/engine/engine";
import { newId } from "#lib/ids";
import { processor } from "#lib/processors/index";

/** The bank account that a test environment comes with, so that payouts work from the first day. */
export async function insertTestBankAccount(
  db: Db,
  environmentId: number,
  { country, currency, name, at }: { country: string; currency: string; name: string; at: number },
): Promise<void> {
  const routingNumber = country === "US" ? "110000000" : undefined;
  const answer = await processor().payoutAccount({ country, accountNumber: "000123456789", routingNumber });
  if (!answer.ok) throw new Error(answer.message);
  await db.insert(externalAccounts).values({
    ...answer.account,
    environmentId,
    id: newId("ba", at),
    createdAt: at,
    type: "bank_account",
    currency,
    holderName: name,
    holderType: "company",
    defaultForCurrency: true,
    status: "new",
    metadata: {},
  });
}
