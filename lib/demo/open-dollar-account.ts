import type { Actor } from "#db/schema/payments";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { viewerAt } from "./viewer-at.ts";

/**
 * Opens a bank account in dollars when the history is over: what was paid in dollars until then stays converted, what is
 * paid from now on is kept and paid out in dollars, as the examples of the official command line do.
 */
export async function openDollarAccount(
  environment: ViewedEnvironment,
  { owner, until }: { owner: Actor; until: number },
): Promise<void> {
  await createExternalAccount(viewerAt(environment, owner, until), {
    bankAccount: {
      accountNumber: "FR1420041010050500013M02606",
      country: "FR",
      currency: "usd",
      holderName: environment.accountName,
      holderType: "company",
    },
  });
}
