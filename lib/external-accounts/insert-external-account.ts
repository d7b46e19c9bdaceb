import { change, insert } from "#db/rows";
import { externalAccounts } from "#db/schema/index";
import { audit } from "#lib/audit/audit";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { planPayouts } from "#lib/payouts/plan-payouts";
import type { AccountFacts } from "./account-facts.ts";
import { inCurrency } from "./queries.ts";
import { type ExternalAccountRow, toExternalAccount } from "./wire.ts";

interface Wishes {
  metadata: Record<string, string>;
  byDefault: boolean;
}

/** Adds a bank account or card; the first of its currency is the default for it. */
export async function insertExternalAccount(
  tx: Tx,
  facts: AccountFacts,
  { metadata, byDefault }: Wishes,
): Promise<ExternalAccountRow> {
  const others = await inCurrency(tx, facts.currency);
  const defaultForCurrency = byDefault || !others.some((other) => other.defaultForCurrency);
  if (defaultForCurrency) await stepDown(tx, others);
  const row = await insert(tx, externalAccounts, {
    ...facts,
    id: newId(facts.type === "card" ? "card" : "ba", tx.now),
    createdAt: tx.now,
    defaultForCurrency,
    status: "new",
    metadata,
  });
  await record(tx, "account.external_account.created", toExternalAccount(row, tx.viewer.environment));
  const { type, currency, last4 } = row;
  await audit(tx, "external_account.created", { subject: row.id, after: { type, currency, last4 } });
  await planPayouts(tx);
  return row;
}

/** Those that are the default are it no more. */
export async function stepDown(tx: Tx, accounts: ExternalAccountRow[]): Promise<void> {
  for (const account of accounts.filter((each) => each.defaultForCurrency)) {
    await changeExternalAccount(tx, account, { defaultForCurrency: false });
  }
}

/** Changes one and says so. */
export async function changeExternalAccount(
  tx: Tx,
  account: ExternalAccountRow,
  patch: Partial<ExternalAccountRow>,
): Promise<ExternalAccountRow> {
  const after = await change(tx, externalAccounts, account, patch);
  const [wire, before] = [after, account].map((row) => toExternalAccount(row, tx.viewer.environment));
  await record(tx, "account.external_account.updated", wire!, { before: before! });
  return after;
}
