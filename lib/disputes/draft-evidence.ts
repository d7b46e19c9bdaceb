import type { Address } from "#db/schema/customers";
import { desc, eq, and, isNotNull } from "drizzle-orm";
import { disputes } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import type { DisputeCase } from "./dispute-case.ts";
import { getRefundPolicy } from "./refund-policy.ts";
import { textFields, type TextField } from "./types.ts";

type Draft = Partial<Record<TextField, string | null>>;

/** The letter has a page of its own, and may be written first. */
const letter = "uncategorized_text" satisfies TextField;

/**
 * What the form begins with: what was written; before that, what is known of the customer and the delivery, for those
 * who may see customers, the refund policy of the settings, and what a bank was told of policies the last time. Needs disputes:read.
 */
export async function draftEvidence(
  viewer: Viewer,
  { dispute, payment, charge }: Pick<DisputeCase, "dispute" | "payment" | "charge">,
  customer: CustomerRow | null,
): Promise<Draft> {
  authorize(viewer, "disputes:read");
  const fields = Object.keys(textFields) as TextField[];
  if (fields.some((field) => field !== letter && dispute.evidence[field])) {
    return Object.fromEntries(fields.map((field) => [field, dispute.evidence[field] ?? null]));
  }
  const common = {
    [letter]: dispute.evidence[letter] ?? null,
    product_description: payment.description,
    ...(await policiesOf(viewer)),
  };
  if (!may(viewer, "customers:read")) return common;
  const { billingDetails: billing, shipping } = charge;
  return {
    ...common,
    customer_name: customer?.name ?? billing.name,
    customer_email_address: customer?.email ?? billing.email ?? payment.receiptEmail,
    billing_address: written(billing.address) ?? (customer?.address ? written(customer.address) : null),
    shipping_address: shipping && written(shipping.address),
    shipping_carrier: shipping?.carrier ?? null,
    shipping_tracking_number: shipping?.tracking_number ?? null,
  };
}

/** As many answers as are looked at for what they said of the business's own policies. */
const looked = 20;

const policies = ["refund_policy_disclosure", "cancellation_policy_disclosure"] as const;

/** The policies are the business's own: what the settings say of them goes before how a bank was told them last. */
async function policiesOf(viewer: Viewer): Promise<Draft> {
  const { db } = await reader(viewer);
  const rows = await db
    .select({ evidence: disputes.evidence })
    .from(disputes)
    .where(and(eq(disputes.environmentId, viewer.environmentId), isNotNull(disputes.submittedAt)))
    .orderBy(desc(disputes.createdAt), desc(disputes.id))
    .limit(looked);
  const lastOf = (field: (typeof policies)[number]) =>
    rows.map(({ evidence }) => evidence[field]).find(Boolean) ?? null;
  const last = Object.fromEntries(policies.map((field) => [field, lastOf(field)]));
  const { disclosure } = await getRefundPolicy(viewer);
  return disclosure === "" ? last : { ...last, refund_policy_disclosure: disclosure };
}

/** An address as it stands on an envelope; null where nothing is known of it. */
function written({ line1, line2, postal_code: code, city, state, country }: Address): string | null {
  const town = [code, city].filter(Boolean).join(" ");
  return [line1, line2, town, state, country].filter(Boolean).join("\n") || null;
}
