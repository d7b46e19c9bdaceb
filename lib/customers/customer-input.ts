import type { Address, InvoiceSettings, Shipping } from "#db/schema/customers";
import type { DiscountInput } from "#lib/discounts/give-discount";
import type { MetadataPatch } from "#lib/metadata";
import type { SourceInput } from "#lib/sources/prepare-source";
import type { CustomerRow } from "./wire.ts";

/** The largest number that a customer's next invoice may have. */
export const mostInvoiceSequence = 1_000_000_000;

/** What can be said of a customer. What is left out stays as it is; null takes it away. */
export interface CustomerInput {
  address?: Partial<Address> | null;
  /** Minor units that the customer owes, or is owed when negative. */
  balance?: number;
  businessName?: string | null;
  description?: string | null;
  /** What is taken off their invoices from now on; null: nothing any more. */
  discount?: DiscountInput | null;
  email?: string | null;
  individualName?: string | null;
  invoicePrefix?: string;
  invoiceSettings?: Partial<InvoiceSettings> & { defaultPaymentMethodId?: string | null };
  metadata?: MetadataPatch;
  name?: string | null;
  nextInvoiceSequence?: number;
  phone?: string | null;
  preferredLocales?: string[];
  /** Whether what they send ahead pays what waits for it by itself; null: as everywhere. */
  reconciliationMode?: CustomerRow["reconciliationMode"];
  shipping?: ShippingInput | null;
  /** A card or bank account to pay with by default from now on. */
  source?: SourceInput;
  taxExempt?: CustomerRow["taxExempt"];
}

export type ShippingInput = Partial<Omit<Shipping, "address">> & { address?: Partial<Address> };
