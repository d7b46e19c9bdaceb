import type { Address } from "#db/schema/customers";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import type { DisputeCase } from "./dispute-case.ts";
import { hasEvidence } from "./status.ts";
import { textFields, type TextField } from "./types.ts";
import type { DisputeRow } from "./wire.ts";

const first: readonly TextField[] = [
  "customer_name",
  "customer_email_address",
  "billing_address",
  "product_description",
];
const delivery: readonly TextField[] = [
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_tracking_number",
];
const refunds: readonly TextField[] = ["refund_policy_disclosure", "refund_refusal_explanation"];
const authorship: readonly TextField[] = ["customer_purchase_ip", "access_activity_log", ...delivery];

/** What convinces a bank, by what it claims. Source: https://docs.stripe.com/disputes/categories */
const byReason: Record<string, readonly TextField[]> = {
  credit_not_processed: [...refunds, "cancellation_policy_disclosure", "cancellation_rebuttal"],
  duplicate: ["duplicate_charge_id", "duplicate_charge_explanation", ...delivery],
  fraudulent: authorship,
  product_not_received: [...delivery, "service_date", "access_activity_log"],
  product_unacceptable: [...refunds, ...delivery, "service_date"],
  subscription_canceled: ["cancellation_policy_disclosure", "cancellation_rebuttal", "access_activity_log"],
  unrecognized: authorship,
};

/** What to write against a dispute: what its reason asks for, what was written already, and room for all else. */
export function askedEvidence({ reason, evidence }: Pick<DisputeRow, "reason" | "evidence">): TextField[] {
  const asked = new Set([...first, ...(byReason[reason] ?? [...refunds, "service_date"])]);
  for (const field of everyField) if (evidence[field]) asked.add(field);
  asked.delete("uncategorized_text");
  return [...asked, "uncategorized_text"];
}

const everyField = Object.keys(textFields) as TextField[];

/**
 * What the form begins with: what was gathered; before that, what is known of the customer and the delivery, for those
 * who may see customers.
 */
export function draftEvidence(
  viewer: Viewer,
  { dispute, payment, charge }: Pick<DisputeCase, "dispute" | "payment" | "charge">,
  customer: CustomerRow | null,
): Partial<Record<TextField, string | null>> {
  if (hasEvidence(dispute.evidence)) {
    return Object.fromEntries(everyField.map((field) => [field, dispute.evidence[field] ?? null]));
  }
  if (!may(viewer, "customers:read")) return { product_description: payment.description };
  const { billingDetails: billing, shipping } = charge;
  return {
    customer_name: customer?.name ?? billing.name,
    customer_email_address: customer?.email ?? billing.email ?? payment.receiptEmail,
    billing_address: written(billing.address),
    product_description: payment.description,
    shipping_address: shipping && written(shipping.address),
    shipping_carrier: shipping?.carrier ?? null,
    shipping_tracking_number: shipping?.tracking_number ?? null,
  };
}

/** An address as it stands on an envelope; null where nothing is known of it. */
function written({ line1, line2, postal_code: code, city, state, country }: Address): string | null {
  const town = [code, city].filter(Boolean).join(" ");
  return [line1, line2, town, state, country].filter(Boolean).join("\n") || null;
}
