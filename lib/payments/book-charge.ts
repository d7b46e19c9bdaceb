import { change } from "#db/rows";
import type { InstrumentType } from "#db/schema/customers";
import { charges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { recordPayment } from "#lib/ledger/record-payment";
import type { ChargeRow } from "./wire.ts";

/** What came in, minor units: of this much asked for, this much. */
interface Taken {
  amount: number;
  captured: number;
  availableAtOnce: boolean;
}

/** Puts what was captured of a charge into the books. The charge keeps the entry of its first capture. */
export async function bookCharge(tx: Tx, charge: ChargeRow, taken: Taken): Promise<ChargeRow> {
  const transaction = await recordPayment(tx, {
    chargeId: charge.id,
    description: charge.description,
    ...taken,
    currency: charge.currency,
    methodType: methodTypeOf(charge),
    cardCountry: cardCountryOf(charge),
  });
  if (charge.balanceTransactionId !== null) return charge;
  return change(tx, charges, charge, { balanceTransactionId: transaction.id });
}

function methodTypeOf(charge: ChargeRow): InstrumentType {
  const type = charge.paymentMethodDetails.type;
  return type === "sepa_debit" || type === "us_bank_account" || type === "customer_balance" ? type : "card";
}

function cardCountryOf(charge: ChargeRow): string | null {
  const card = charge.paymentMethodDetails.card as { country?: string | null } | undefined;
  return card?.country ?? null;
}
