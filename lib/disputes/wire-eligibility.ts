import type Stripe from "stripe";
import type { DisputeEvidence } from "#db/schema/disputes";
import type { DisputeRow } from "./wire.ts";

type Eligibility = Stripe.Dispute.EvidenceDetails.EnhancedEligibility;
type Compelling = Stripe.Dispute.EvidenceDetails.EnhancedEligibility.VisaCompellingEvidence3;

/** What networks take beside the usual evidence, and how far it has got. */
export function eligibilityOf({
  enhanced,
  evidence,
}: Pick<DisputeRow, "enhanced" | "evidence">): Eligibility {
  switch (enhanced) {
    case "visa_compelling_evidence_3":
      return { visa_compelling_evidence_3: compelling(evidence) };
    case "visa_compliance":
    case "mastercard_compliance":
      return { [enhanced]: { status: acknowledgement(isAcknowledged(enhanced, evidence)) } };
    case null:
      return {};
  }
}

/** Whether the network's fee for settling a compliance case was acknowledged. */
export function isAcknowledged(
  kind: "visa_compliance" | "mastercard_compliance",
  { enhanced_evidence: enhanced }: DisputeEvidence,
): boolean {
  return enhanced?.[kind]?.fee_acknowledged === true;
}

function acknowledgement(acknowledged: boolean) {
  return acknowledged ? ("fee_acknowledged" as const) : ("requires_fee_acknowledgement" as const);
}

/** Earlier payments of the same customer that nobody disputed. Source: https://docs.stripe.com/disputes/api/visa-ce3 */
const priorNeeded = 2;

function compelling({ enhanced_evidence: enhanced }: DisputeEvidence): Compelling {
  const given = enhanced?.visa_compelling_evidence_3;
  const disputed = given?.disputed_transaction ?? null;
  const prior = given?.prior_undisputed_transactions ?? [];
  const missing: Compelling["required_actions"] = [];
  if (!identifies(disputed)) missing.push("missing_customer_identifiers");
  if (!disputed?.product_description) missing.push("missing_disputed_transaction_description");
  if (!disputed?.merchandise_or_services) missing.push("missing_merchandise_or_services");
  if (prior.length < priorNeeded) missing.push("missing_prior_undisputed_transactions");
  else if (prior.some(({ product_description }) => !product_description)) {
    missing.push("missing_prior_undisputed_transaction_description");
  }
  return { required_actions: missing, status: missing.length === 0 ? "qualified" : "requires_action" };
}

type DisputedTransaction =
  Stripe.Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3.DisputedTransaction;

/** Two marks of the customer, one of them an address or a device. */
function identifies(disputed: DisputedTransaction | null): boolean {
  if (!disputed) return false;
  const { customer_purchase_ip, customer_device_fingerprint, customer_device_id } = disputed;
  const machine = [customer_purchase_ip, customer_device_fingerprint ?? customer_device_id];
  const person = [
    disputed.customer_account_id,
    disputed.customer_email_address,
    disputed.shipping_address?.line1,
  ];
  const given = (marks: (string | null | undefined)[]) => marks.filter(Boolean).length;
  return given(machine) > 0 && given(machine) + given(person) >= 2;
}
