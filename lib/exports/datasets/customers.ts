import { and, eq, isNull, sql } from "drizzle-orm";
import { customers, paymentMethods } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

/** What their payments come to, for who may see payments. */
const figures = {
  spend: { kind: "amount", of: customers.spend, currency: "environment", permission: "payments:read" },
  payments: { kind: "number", of: customers.paymentCount, permission: "payments:read" },
  refunds: { kind: "number", of: customers.refundCount, permission: "payments:read" },
  disputes: { kind: "number", of: customers.disputeCount, permission: "payments:read" },
  first_payment: {
    kind: "moment",
    of: sql`nullif(${customers.firstPaymentAt}, 0)`,
    permission: "payments:read",
  },
  last_payment: {
    kind: "moment",
    of: sql`nullif(${customers.lastPaymentAt}, 0)`,
    permission: "payments:read",
  },
} as const satisfies Dataset["columns"];

export const customerDataset: Dataset = {
  permission: "customers:read",
  table: customers,
  joined: {
    table: paymentMethods,
    on: and(
      eq(paymentMethods.environmentId, customers.environmentId),
      eq(paymentMethods.id, customers.defaultPaymentMethodId),
    ),
  },
  always: isNull(customers.deletedAt),
  columns: {
    id: { kind: "text", of: customers.id, usual: true },
    created: { kind: "moment", of: customers.createdAt, usual: true },
    name: { kind: "text", of: customers.name, usual: true },
    email: { kind: "text", of: customers.email, usual: true },
    phone: { kind: "text", of: customers.phone, usual: true },
    description: { kind: "text", of: customers.description, usual: true },
    currency: { kind: "text", of: customers.currency },
    country: { kind: "text", of: customers.country },
    ...figures,
    default_method: { kind: "text", of: paymentMethods.type },
    default_method_brand: { kind: "text", of: paymentMethods.brand },
    default_method_last4: { kind: "text", of: paymentMethods.last4 },
    default_payment_method_id: { kind: "text", of: customers.defaultPaymentMethodId },
    business_name: { kind: "text", of: customers.businessName },
    tax_exempt: { kind: "text", of: customers.taxExempt },
    invoice_prefix: { kind: "text", of: customers.invoicePrefix },
    delinquent: { kind: "yes_no", of: customers.delinquent },
  },
  metadata: customers.metadata,
  narrow: asListed("customers"),
};
