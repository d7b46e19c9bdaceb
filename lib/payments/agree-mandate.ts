import { find } from "#db/rows";
import { mandates } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { mandateFor, needsMandate } from "#lib/mandates/mandate-for";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { futureUsageOf } from "./method-options.ts";
import type { ConfirmInput } from "./payment-input.ts";
import type { PaymentIntentRow } from "./wire.ts";

/**
 * The mandate that a confirmation debits under: the one it names, one made of what its payer agreed to, or a
 * standing one. Null where none is needed, or where the caller vouches for the payer.
 */
export async function agreeMandate(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  { acceptance, mandateId }: Pick<ConfirmInput, "acceptance" | "mandateId">,
): Promise<string | null> {
  if (mandateId !== undefined) return assertMandate(tx, method, mandateId);
  if (!needsMandate(method)) return null;
  const { amount, currency } = intent;
  const singleUse = futureUsageOf(intent, method.type) === null ? { amount, currency } : null;
  const mandate = await mandateFor(tx, method, { acceptance: acceptance ?? null, singleUse });
  if (mandate) return mandate.id;
  if (acceptance === undefined) return null;
  throw invalid(
    "This PaymentIntent requires a mandate, but no existing mandate was found. Collect mandate acceptance from the customer and try again, providing acceptance data in the mandate_data parameter.",
    { code: "payment_intent_mandate_invalid", param: "mandate_data" },
  );
}

async function assertMandate(tx: Tx, method: PaymentMethodRow, id: string): Promise<string> {
  const mandate = await find(tx, mandates, id);
  if (!mandate) throw notFound("mandate", id, "mandate");
  if (mandate.paymentMethodId === method.id && mandate.status === "active") return id;
  throw invalid(`The provided mandate ${id} is invalid for this PaymentMethod.`, {
    code: "payment_intent_mandate_invalid",
    param: "mandate",
  });
}
