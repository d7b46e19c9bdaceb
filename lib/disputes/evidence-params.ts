import type { z } from "zod";
import type { Address } from "#db/schema/customers";
import * as p from "#lib/api/params";
import type { EvidencePatch } from "./evidence.ts";

const line = () => p.emptyable(p.text()).optional();

const marks = {
  customer_account_id: line(),
  customer_device_fingerprint: line(),
  customer_device_id: line(),
  customer_email_address: line(),
  customer_purchase_ip: line(),
  product_description: line(),
  shipping_address: p.address().optional(),
};

const acknowledgement = p.hash({ fee_acknowledged: p.bool().optional() });

/** What networks take beside the usual evidence. */
export const enhancedEvidence = p.hash({
  mastercard_compliance: acknowledgement.optional(),
  visa_compliance: acknowledgement.optional(),
  visa_compelling_evidence_3: p
    .hash({
      disputed_transaction: p
        .hash({ ...marks, merchandise_or_services: p.oneOf(["merchandise", "services"]).optional() })
        .optional(),
      prior_undisputed_transactions: p.listOf(p.hash({ charge: p.objectId(), ...marks }), 10).optional(),
    })
    .optional(),
});

/** As it is kept and shown: every member there. */
export function toEnhanced(
  given: z.output<typeof enhancedEvidence>,
): NonNullable<EvidencePatch["enhanced_evidence"]> {
  const { mastercard_compliance: mastercard, visa_compliance: visa, visa_compelling_evidence_3: ce3 } = given;
  return {
    ...(mastercard && { mastercard_compliance: acknowledged(mastercard) }),
    ...(visa && { visa_compliance: acknowledged(visa) }),
    ...(ce3 && {
      visa_compelling_evidence_3: {
        disputed_transaction: ce3.disputed_transaction
          ? {
              ...marksOf(ce3.disputed_transaction),
              merchandise_or_services: ce3.disputed_transaction.merchandise_or_services ?? null,
            }
          : null,
        prior_undisputed_transactions: (ce3.prior_undisputed_transactions ?? []).map((prior) => ({
          charge: prior.charge,
          ...marksOf(prior),
        })),
      },
    }),
  };
}

function acknowledged({ fee_acknowledged }: z.output<typeof acknowledgement>) {
  return { fee_acknowledged: fee_acknowledged ?? false };
}

type Marks = z.output<ReturnType<typeof p.hash<typeof marks>>>;

function marksOf(given: Marks) {
  return {
    customer_account_id: given.customer_account_id ?? null,
    customer_device_fingerprint: given.customer_device_fingerprint ?? null,
    customer_device_id: given.customer_device_id ?? null,
    customer_email_address: given.customer_email_address ?? null,
    customer_purchase_ip: given.customer_purchase_ip ?? null,
    product_description: given.product_description ?? null,
    shipping_address: given.shipping_address ? wholeAddress(given.shipping_address) : null,
  };
}

/** An address with every member there. */
export function wholeAddress(given: Partial<Address>): Address {
  const nowhere = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { ...nowhere, ...given };
}
