import { change } from "#db/rows";
import { charges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { recordPayment } from "#lib/ledger/record-payment";
import type { ChargeRow } from "./wire.ts";

/** Puts a captured charge into the books. */
export async function bookCharge(tx: Tx, charge: ChargeRow, availableAtOnce: boolean): Promise<ChargeRow> {
  const transaction = await recordPayment(tx, {
    chargeId: charge.id,
    description: charge.description,
    amount: charge.amount,
    captured: charge.amountCaptured,
    currency: charge.currency,
    methodType: methodTypeOf(charge),
    cardCountry: cardCountryOf(charge),
    availableAtOnce,
  });
  return change(tx, charges, charge, { balanceTransactionId: transaction.id });
}

function methodTypeOf(charge: ChargeRow): "card" | "sepa_debit" | "us_bank_account" {
  const type = charge.paymentMethodDetails.type;
  return type === "sepa_debit" || type === "us_bank_account" ? type : "card";
}

function cardCountryOf(charge: ChargeRow): string | null {
  const card = charge.paymentMethodDetails.card as { country?: string | null } | undefined;
  return card?.country ?? null;
}
