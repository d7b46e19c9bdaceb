import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { charges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { type ChargeRow, toCharge } from "#lib/payments/wire";

/** The charge with its receipt's number, such as `2046-8813`, given when the first receipt is made. */
export async function withReceiptNumber(tx: Tx, charge: ChargeRow): Promise<ChargeRow> {
  if (charge.receiptNumber !== null) return charge;
  const numbered = await change(tx, charges, charge, { receiptNumber: await freeNumber(tx) });
  const { environment } = tx.viewer;
  await record(tx, "charge.updated", toCharge(numbered, environment), {
    before: toCharge(charge, environment),
    paymentIntentId: charge.paymentIntentId,
  });
  return numbered;
}

async function freeNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = `${group()}-${group()}`;
    const [taken] = await tx.db
      .select({ id: charges.id })
      .from(charges)
      .where(and(eq(charges.environmentId, tx.environmentId), eq(charges.receiptNumber, number)))
      .limit(1);
    if (!taken) return number;
  }
}

function group(): string {
  return String(randomInt(10_000)).padStart(4, "0");
}
