import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { DisputeEvidence } from "#db/schema/disputes";
import { invalid } from "#lib/errors";
import { getDisputeCase } from "./dispute-case.ts";
import { type EarlierPayment, earlierPayments } from "./earlier-payments.ts";
import type { EvidencePatch } from "./evidence.ts";
import { wholeAddress } from "./evidence-params.ts";
import { updateDispute } from "./update-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** What shows that whoever paid before paid this time too: the same at all three payments. */
export interface CustomerMarks {
  accountId: string | null;
  email: string | null;
  ip: string | null;
  deviceId: string | null;
  deviceFingerprint: string | null;
}

export interface CompellingInput {
  disputeId: string;
  /** The ids of two earlier payments. */
  earlier: readonly string[];
  productDescription: string | null;
  merchandiseOrServices: "merchandise" | "services" | null;
  /** What was sold then, for earlier payments that do not say. */
  earlierDescription: string | null;
  marks: CustomerMarks;
}

/** How many earlier payments Visa wants. */
export const earlierNeeded = 2;

/**
 * Drafts the evidence that Visa calls compelling: earlier payments with the same card that nobody disputed, and what
 * they have in common with this one. Only payments that qualify are taken. Needs disputes:write and payments:read.
 */
export async function giveCompelling(viewer: Viewer, input: CompellingInput): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  // The bank is told all there is, whatever is hidden from who answers it: they are shown nothing of that.
  const whole = { ...viewer, conceal: undefined };
  const found = await getDisputeCase(whole, input.disputeId);
  const qualified = (await earlierPayments(whole, found)).filter(({ qualifies }) => qualifies);
  const chosen = qualified.filter(({ payment }) => input.earlier.includes(payment.id));
  if (input.earlier.length !== earlierNeeded || chosen.length !== earlierNeeded) {
    throw invalid(`Choose ${earlierNeeded} earlier payments that qualify.`, {
      code: "earlier_payments_needed",
      param: "earlier",
    });
  }
  return updateDispute(viewer, input.disputeId, {
    evidence: { enhanced_evidence: { visa_compelling_evidence_3: compelling(input, chosen, found.charge) } },
    submit: false,
  });
}

type Compelling = NonNullable<NonNullable<EvidencePatch["enhanced_evidence"]>["visa_compelling_evidence_3"]>;

function compelling(
  input: CompellingInput,
  chosen: readonly EarlierPayment[],
  charge: EarlierPayment["charge"],
): Compelling {
  return {
    disputed_transaction: {
      ...marksOf(input.marks, charge),
      product_description: input.productDescription,
      merchandise_or_services: input.merchandiseOrServices,
    },
    prior_undisputed_transactions: chosen.map((earlier) => ({
      charge: earlier.charge.id,
      ...marksOf(input.marks, earlier.charge),
      product_description: earlier.payment.description ?? input.earlierDescription,
    })),
  };
}

function marksOf(marks: CustomerMarks, { shipping }: EarlierPayment["charge"]) {
  return {
    customer_account_id: marks.accountId,
    customer_email_address: marks.email,
    customer_purchase_ip: marks.ip,
    customer_device_id: marks.deviceId,
    customer_device_fingerprint: marks.deviceFingerprint,
    shipping_address: shipping ? wholeAddress(shipping.address) : null,
  };
}

/** What was drafted of it so far, as the form shows it. */
export function compellingDraft({ enhanced_evidence: enhanced }: DisputeEvidence) {
  return enhanced?.visa_compelling_evidence_3 ?? null;
}
