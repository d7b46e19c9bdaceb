import type { DisputeEvidence } from "#db/schema/disputes";

/** What is written, and how long it may be, characters. Source: https://docs.stripe.com/api/disputes/update */
export const textFields = {
  access_activity_log: 20_000,
  billing_address: 5_000,
  cancellation_policy_disclosure: 20_000,
  cancellation_rebuttal: 20_000,
  customer_email_address: 5_000,
  customer_name: 5_000,
  customer_purchase_ip: 5_000,
  duplicate_charge_explanation: 20_000,
  duplicate_charge_id: 5_000,
  product_description: 20_000,
  refund_policy_disclosure: 20_000,
  refund_refusal_explanation: 20_000,
  service_date: 5_000,
  shipping_address: 5_000,
  shipping_carrier: 5_000,
  shipping_date: 5_000,
  shipping_tracking_number: 5_000,
  uncategorized_text: 20_000,
} as const satisfies Partial<Record<keyof DisputeEvidence, number>>;

/** What is uploaded: ids of files. */
export const fileFields = [
  "cancellation_policy",
  "customer_communication",
  "customer_signature",
  "duplicate_charge_documentation",
  "receipt",
  "refund_policy",
  "service_documentation",
  "shipping_documentation",
  "uncategorized_file",
] as const satisfies readonly (keyof DisputeEvidence)[];

export type TextField = keyof typeof textFields;
export type FileField = (typeof fileFields)[number];
