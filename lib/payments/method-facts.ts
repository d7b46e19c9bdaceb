import { z } from "zod";
import type { InstrumentType } from "#db/schema/customers";
import { methodTypes } from "./list/payment-filters.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

const text = z.string().nullish();

const card = z.object({
  brand: text,
  last4: text,
  funding: text,
  country: text,
  exp_month: z.number().nullish(),
  exp_year: z.number().nullish(),
  fingerprint: text,
  network: text,
  checks: z
    .object({ cvc_check: text, address_postal_code_check: text, address_line1_check: text })
    .partial()
    .nullish(),
  three_d_secure: z.object({ result: text, authentication_flow: text, version: text }).partial().nullish(),
});

const debit = z.object({
  last4: text,
  fingerprint: text,
  country: text,
  bank_code: text,
  bank_name: text,
  routing_number: text,
  account_type: text,
});

/** The instrument of a payment as the page shows it; what is unknown is null. */
export interface MethodFacts {
  type: InstrumentType | null;
  brand: string | null;
  last4: string | null;
  fingerprint: string | null;
  card: z.infer<typeof card> | null;
  debit: z.infer<typeof debit> | null;
}

/** What a payment was, or was to be, paid with. `charge`: its latest attempt. */
export function methodFacts(payment: PaymentIntentRow, charge: ChargeRow | null): MethodFacts {
  const details = charge?.paymentMethodDetails;
  const ofCard = card.safeParse(details?.card).data ?? null;
  const ofDebit = debit.safeParse(details?.sepa_debit ?? details?.us_bank_account).data ?? null;
  return {
    type: typeOf(details ? details.type : payment.methodType),
    brand: ofCard?.brand ?? payment.brand,
    last4: ofCard?.last4 ?? ofDebit?.last4 ?? payment.last4,
    fingerprint: ofCard?.fingerprint ?? ofDebit?.fingerprint ?? payment.fingerprint,
    card: ofCard,
    debit: ofDebit,
  };
}

function typeOf(type: unknown): MethodFacts["type"] {
  return methodTypes.find((known) => known === type) ?? null;
}
