import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { instrumentOfToken } from "#lib/tokens/consume-token";
import {
  type AccountFacts,
  type BankAccountInput,
  bankAccountFacts,
  type CardInput,
  cardFacts,
  instrumentFacts,
} from "./account-facts.ts";
import { insertExternalAccount } from "./insert-external-account.ts";
import type { ExternalAccountRow } from "./wire.ts";

export type ExternalAccountInput = (
  { token: string; currency?: string } | { bankAccount: BankAccountInput } | { card: CardInput }
) & { metadata?: MetadataPatch; byDefault?: boolean };

/** Adds a bank account or debit card of the business itself, to be paid out to. The number goes to the processor only. */
export async function createExternalAccount(
  viewer: Viewer,
  input: ExternalAccountInput,
): Promise<ExternalAccountRow> {
  authorize(viewer, "bank_accounts:write");
  assertProved(viewer);
  const typed = await typedFacts(viewer, input);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const facts = typed ?? (await tokenFacts(tx, input));
      const metadata = mergeMetadata({}, input.metadata);
      return insertExternalAccount(tx, facts, { metadata, byDefault: input.byDefault ?? false });
    }),
  );
}

async function typedFacts(viewer: Viewer, input: ExternalAccountInput): Promise<AccountFacts | null> {
  if ("bankAccount" in input) return bankAccountFacts(input.bankAccount);
  if ("card" in input) return cardFacts(viewer, input.card);
  return null;
}

async function tokenFacts(tx: Tx, input: ExternalAccountInput): Promise<AccountFacts> {
  if (!("token" in input)) throw new Error("What was typed has its facts already");
  const { instrument, details } = await instrumentOfToken(tx, input.token, "external_account");
  const { card, bankAccount } = details;
  return instrumentFacts(instrument, {
    currency: input.currency ?? card?.currency ?? bankAccount?.currency,
    name: card?.name ?? bankAccount?.accountHolderName,
    holderType: bankAccount?.accountHolderType,
    accountType: bankAccount?.accountType,
    address: card?.address,
  });
}
