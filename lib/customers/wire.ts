import type Stripe from "stripe";
import type { customers } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { toDiscount } from "#lib/discounts/wire";

export type CustomerRow = typeof customers.$inferSelect;

/** The API's customer. */
export function toCustomer(row: CustomerRow, environment: ViewedEnvironment): Stripe.Customer {
  return {
    id: row.id,
    object: "customer",
    address: row.address,
    balance: row.balance,
    ...(row.businessName === null ? {} : { business_name: row.businessName }),
    created: seconds(row.createdAt),
    currency: row.currency,
    customer_account: null,
    default_source: row.defaultSourceId,
    delinquent: row.delinquent,
    description: row.description,
    discount: row.discount && toDiscount(row.discount, row.id),
    email: row.email,
    ...(row.individualName === null ? {} : { individual_name: row.individualName }),
    invoice_prefix: row.invoicePrefix,
    invoice_settings: { ...row.invoiceSettings, default_payment_method: row.defaultPaymentMethodId },
    livemode: environment.kind === "live",
    metadata: row.metadata,
    name: row.name,
    next_invoice_sequence: row.nextInvoiceSequence,
    phone: row.phone,
    preferred_locales: row.preferredLocales,
    shipping: row.shipping,
    tax_exempt: row.taxExempt,
    test_clock: row.testClockId,
  };
}

/** What is left of a deleted customer. */
export function toDeletedCustomer(row: CustomerRow): Stripe.DeletedCustomer {
  return { id: row.id, object: "customer", deleted: true };
}
