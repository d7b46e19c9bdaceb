import { insert } from "#db/rows";
import { customers, paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import type { PaymentIntentRow } from "#lib/payments/wire";

/** What a list looks at; the rest of a payment is the same for all. */
export type ListRow = Pick<PaymentIntentRow, "id" | "createdAt"> & Partial<PaymentIntentRow>;

/** Puts payments into the viewer's environment as they are, without any bank being asked. */
export function insertPayments(viewer: Viewer, rows: ListRow[]): Promise<void> {
  return transaction(viewer, async (tx) => {
    for (const row of rows) await insert(tx, paymentIntents, { ...plain, ...row });
  });
}

export function insertCustomer(viewer: Viewer, facts: { id: string; name?: string; email?: string }) {
  return transaction(viewer, (tx) =>
    insert(tx, customers, {
      ...facts,
      emailKey: emailKey(facts.email),
      createdAt: tx.now,
      metadata: {},
      balance: 0,
      invoicePrefix: facts.id.slice(-8),
      nextInvoiceSequence: 1,
      invoiceSettings: { custom_fields: null, footer: null, rendering_options: null },
      preferredLocales: [],
      taxExempt: "none",
      delinquent: false,
    }),
  );
}

const plain = {
  amount: 5000,
  amountReceived: 0,
  amountCapturable: 0,
  amountRefunded: 0,
  currency: "eur",
  status: "succeeded" as const,
  paymentStatus: "succeeded" as const,
  captureMethod: "automatic" as const,
  confirmationMethod: "automatic" as const,
  metadata: {},
  paymentMethodTypes: ["card"],
  paymentMethodOptions: {},
  clientSecret: "pi_secret",
  standalone: false,
  createdBy: { type: "system" as const, id: null, name: null },
};
