import type { DisputeEvidence, ProductKind } from "#db/schema/disputes";
import { type FileField, fileFields, textFields, type TextField } from "./types.ts";

interface Asked {
  texts: readonly TextField[];
  files: readonly FileField[];
}

const first: readonly TextField[] = [
  "customer_name",
  "customer_email_address",
  "billing_address",
  "product_description",
];

const authorship: Asked = {
  texts: ["customer_purchase_ip"],
  files: ["receipt", "customer_signature", "customer_communication"],
};
const refusal: Asked = {
  texts: ["refund_policy_disclosure", "refund_refusal_explanation"],
  files: ["refund_policy", "customer_communication"],
};
const cancellation: Asked = {
  texts: ["cancellation_policy_disclosure", "cancellation_rebuttal"],
  files: ["cancellation_policy", "customer_communication"],
};

/** What answers a claim, whatever was sold. Source: https://docs.stripe.com/disputes/categories */
const byReason: Record<string, Asked | undefined> = {
  credit_not_processed: {
    texts: [...refusal.texts, ...cancellation.texts],
    files: [...refusal.files, ...cancellation.files],
  },
  duplicate: {
    texts: ["duplicate_charge_id", "duplicate_charge_explanation"],
    files: ["receipt", "duplicate_charge_documentation"],
  },
  fraudulent: authorship,
  product_not_received: { texts: [], files: ["customer_communication", "customer_signature"] },
  product_unacceptable: refusal,
  subscription_canceled: cancellation,
  unrecognized: authorship,
};

const delivery: Asked = {
  texts: ["shipping_address", "shipping_carrier", "shipping_date", "shipping_tracking_number"],
  files: ["shipping_documentation"],
};
const use: Asked = {
  texts: ["access_activity_log", "customer_purchase_ip"],
  files: ["service_documentation"],
};
const service: Asked = { texts: ["service_date"], files: ["service_documentation", "customer_signature"] };

/** What proves that the customer has it. Source: https://docs.stripe.com/disputes/categories */
const byProduct: Record<ProductKind, Asked> = {
  physical_product: delivery,
  digital_product: use,
  offline_service: service,
  event: {
    texts: ["service_date", "cancellation_policy_disclosure"],
    files: ["service_documentation", "cancellation_policy"],
  },
  booking: {
    texts: ["service_date", ...cancellation.texts],
    files: ["service_documentation", "cancellation_policy"],
  },
  other: {
    texts: [...delivery.texts, "service_date", "access_activity_log"],
    files: [...delivery.files, ...service.files],
  },
};

/** Claims about a refund: that the customer has what they bought is not in question. */
const ofRefunds: ReadonlySet<string> = new Set(["credit_not_processed"]);

interface Disputed {
  reason: string;
  productKind: ProductKind;
  evidence: DisputeEvidence;
}

/** What to write against a dispute: what its reason and what was sold ask for, and what was written already. */
export function askedTexts({ reason, productKind, evidence }: Disputed): TextField[] {
  const asked = new Set([...first, ...asks(reason, productKind).flatMap(({ texts }) => texts)]);
  for (const field of Object.keys(textFields) as TextField[]) if (evidence[field]) asked.add(field);
  // The letter is written last, with the rest in view.
  asked.delete("uncategorized_text");
  return [...asked];
}

/** The files that a reason and what was sold ask for, in the order of the evidence. */
export function askedFiles({ reason, productKind }: Omit<Disputed, "evidence">): FileField[] {
  const asked = new Set(asks(reason, productKind).flatMap(({ files }) => files));
  return fileFields.filter((field) => asked.has(field));
}

/** What was asked for and is not there. */
export function missingEvidence(disputed: Disputed): (TextField | FileField)[] {
  const asked = [...askedTexts(disputed), ...askedFiles(disputed)];
  return asked.filter((field) => !disputed.evidence[field]);
}

function asks(reason: string, productKind: ProductKind): Asked[] {
  const claim = byReason[reason] ?? refusal;
  return ofRefunds.has(reason) ? [claim] : [claim, byProduct[productKind]];
}
