import { isNull } from "drizzle-orm";
import { customers } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const customerDataset: Dataset = {
  permission: "customers:read",
  table: customers,
  always: isNull(customers.deletedAt),
  columns: {
    id: { kind: "text", of: customers.id, usual: true },
    created: { kind: "moment", of: customers.createdAt, usual: true },
    name: { kind: "text", of: customers.name, usual: true },
    email: { kind: "text", of: customers.email, usual: true },
    phone: { kind: "text", of: customers.phone, usual: true },
    description: { kind: "text", of: customers.description, usual: true },
    currency: { kind: "text", of: customers.currency },
    default_payment_method_id: { kind: "text", of: customers.defaultPaymentMethodId },
    business_name: { kind: "text", of: customers.businessName },
    tax_exempt: { kind: "text", of: customers.taxExempt },
    invoice_prefix: { kind: "text", of: customers.invoicePrefix },
    delinquent: { kind: "yes_no", of: customers.delinquent },
  },
  metadata: customers.metadata,
  narrow: asListed("customers"),
};
