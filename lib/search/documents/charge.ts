import { charges } from "#db/schema/index";
import { seconds } from "#lib/clock";
import type { ChargeRow } from "#lib/payments/wire";
import type { Kind } from "./kind.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sheet } from "./sheet.ts";

/** Charges are searched through the API alone: people find the payment. */
export const chargeKind: Kind<ChargeRow> = {
  kind: "charge",
  code: "h",
  table: charges,
  permission: "payments:read",
  object: "charge",
  async read(handle, ids) {
    const rows = await rowsOf(handle, charges, charges.id, ids);
    return rows.map((row) => ({ row, sheet: chargeSheet(row) }));
  },
};

/** What a charge is found by. */
export function chargeSheet(row: ChargeRow): Sheet {
  const { card, sepa_debit: sepa, us_bank_account: bank } = row.paymentMethodDetails;
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {},
    texts: {},
    metadata: row.metadata,
    money: [],
    api: {
      amount: row.amount,
      "billing_details.address.postal_code": row.billingDetails.address.postal_code,
      created: seconds(row.createdAt),
      currency: row.currency,
      customer: row.customerId,
      disputed: row.disputed,
      "payment_method_details.card.brand": card?.brand ?? null,
      "payment_method_details.card.exp_month": card?.exp_month ?? null,
      "payment_method_details.card.exp_year": card?.exp_year ?? null,
      "payment_method_details.card.fingerprint": card?.fingerprint ?? null,
      "payment_method_details.card.last4": card?.last4 ?? null,
      "payment_method_details.sepa_debit.last4": sepa?.last4 ?? null,
      "payment_method_details.us_bank_account.last4": bank?.last4 ?? null,
      refunded: row.refunded,
      status: row.status,
    },
  };
}
