import type { ApiWorld } from "./api-server.ts";

/** Has a European business paid out in dollars too, as the demo's is. */
export async function aDollarAccount({ stripe }: ApiWorld): Promise<void> {
  const { id } = await stripe.accounts.retrieveCurrent();
  await stripe.accounts.createExternalAccount(id, {
    external_account: {
      object: "bank_account",
      account_number: "FR1420041010050500013M02606",
      country: "FR",
      currency: "usd",
    },
  });
}
