import { and, eq, or } from "drizzle-orm";
import { find } from "#db/rows";
import { blockEntries, customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { processor } from "#lib/processors/index";

const rules = {
  card_fingerprint: "block_if_card_fingerprint_in_blocklist",
  email: "block_if_email_in_blocklist",
} as const;

/**
 * The rule that keeps a payment with this method from the network, because its card or its payer's email is on a block
 * list; null: none. Of the emails the first counts: the payment's, the method's, the customer's. A test card that all
 * tests pay with is kept from it only once somebody listed it by hand: one test's fraud says nothing of the next.
 * Source: https://docs.stripe.com/radar/lists
 */
export async function blockedBy(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
): Promise<string | null> {
  const email = await emailOf(tx, intent, method);
  const fingerprint = method.type === "card" ? method.fingerprint : null;
  const values = [email, fingerprint].filter((value) => value !== null);
  if (values.length === 0) return null;
  const found = await tx.db
    .select({ list: blockEntries.list, paymentIntentId: blockEntries.paymentIntentId })
    .from(blockEntries)
    .where(
      and(
        eq(blockEntries.environmentId, tx.environmentId),
        or(
          and(eq(blockEntries.list, "card_fingerprint"), eq(blockEntries.value, fingerprint ?? "")),
          and(eq(blockEntries.list, "email"), eq(blockEntries.value, email ?? "")),
        ),
      ),
    );
  const isShared = fingerprint !== null && processor().isShared(fingerprint);
  const [first] = found
    .filter(({ list, paymentIntentId }) => list === "email" || paymentIntentId === null || !isShared)
    .map(({ list }) => list)
    .sort();
  return first ? rules[first] : null;
}

async function emailOf(tx: Tx, intent: PaymentIntentRow, method: PaymentMethodRow): Promise<string | null> {
  const known = intent.receiptEmail ?? method.billingDetails.email;
  if (known !== null || intent.customerId === null) return emailKey(known);
  return emailKey((await find(tx, customers, intent.customerId))?.email);
}
