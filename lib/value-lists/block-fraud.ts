import { find } from "#db/rows";
import { customers, paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import type { ChargeRow } from "#lib/payments/wire";
import { putOnList } from "./add-item.ts";
import { defaultListFor } from "./default-lists.ts";

/**
 * Puts the card and the emails of a charge that somebody called fraud on the block lists, as documented. Whoever may
 * call it fraud may do so. Source: https://docs.stripe.com/api/refunds/create
 */
export async function blockFraud(tx: Tx, charge: ChargeRow): Promise<void> {
  const { paymentIntentId } = charge;
  const method = charge.paymentMethodId && (await find(tx, paymentMethods, charge.paymentMethodId));
  if (method && method.type === "card" && method.fingerprint !== null) {
    const { brand, last4, fingerprint: value } = method;
    const cards = defaultListFor("card_fingerprint", "block");
    await putOnList(tx, cards, { value, brand, last4, paymentIntentId });
  }
  const emails = defaultListFor("email", "block");
  for (const value of await emailsOf(tx, charge)) await putOnList(tx, emails, { value, paymentIntentId });
}

async function emailsOf(tx: Tx, charge: ChargeRow): Promise<Set<string>> {
  const customer = charge.customerId === null ? null : await find(tx, customers, charge.customerId);
  const all = [charge.receiptEmail, charge.billingDetails.email, customer?.email];
  return new Set(all.map((email) => emailKey(email ?? null)).filter((email) => email !== null));
}
