import type { Shipping } from "#db/schema/customers";
import type { AmountDetails, PaymentDetails } from "#db/schema/payment-details";
import type { MandateAcceptance } from "#db/schema/setup";
import type { MetadataPatch } from "#lib/metadata";
import type { MethodData } from "#lib/payment-methods/vault-method-data";

/** What a payment is made of. Amounts in minor units of `currency`, which is lower-case. */
export interface PaymentInput {
  amount: number;
  currency: string;
  customerId?: string | null;
  /** A customer who is added together with the payment. */
  newCustomer?: { name: string | null; email: string | null };
  paymentMethodId?: string | null;
  paymentMethodData?: MethodData;
  paymentMethodTypes?: string[];
  /** Of the types of its currency only these, or all but these. */
  allowedPaymentMethodTypes?: string[] | null;
  excludedPaymentMethodTypes?: string[] | null;
  methodConfigurationId?: string;
  automaticPaymentMethods?: { enabled: boolean; allow_redirects: "always" | "never" } | null;
  captureMethod?: "automatic" | "automatic_async" | "manual";
  confirmationMethod?: "automatic" | "manual";
  description?: string | null;
  metadata?: MetadataPatch;
  receiptEmail?: string | null;
  setupFutureUsage?: "on_session" | "off_session" | null;
  shipping?: Shipping | null;
  statementDescriptor?: string | null;
  statementDescriptorSuffix?: string | null;
  paymentMethodOptions?: Record<string, Record<string, unknown>>;
  transferGroup?: string | null;
  amountDetails?: AmountDetails | null;
  paymentDetails?: PaymentDetails | null;
}

/** How a payment is confirmed. */
export interface ConfirmInput {
  /** Used up by this confirmation; what it holds stands in the other members already. */
  confirmationTokenId?: string;
  /** How the payer of a debit agreed to it: null, not this time; left out, the caller vouches for them. */
  acceptance?: MandateAcceptance | null;
  /** An earlier mandate to debit under. */
  mandateId?: string;
  paymentMethodId?: string | null;
  paymentMethodData?: MethodData;
  returnUrl?: string | null;
  /** The customer is not there to authenticate. */
  offSession?: boolean;
  errorOnRequiresAction?: boolean;
  /** The client handles authentication itself, with a script instead of a redirect. */
  useSdk?: boolean;
  /** What the caller believes the amount to be, minor units. */
  expectedAmount?: number;
  clientSecret?: string;
}
