import type { MandateAcceptance } from "#db/schema/setup";
import type { MetadataPatch } from "#lib/metadata";
import type { MethodData } from "#lib/payment-methods/vault-method-data";
import type { SetupIntentRow } from "./wire.ts";

/** What a setup is made of. What is left out stays as it is; null takes it away. */
export interface SetupInput {
  allowedPaymentMethodTypes?: string[] | null;
  attachToSelf?: boolean;
  customerId?: string;
  description?: string | null;
  excludedPaymentMethodTypes?: string[] | null;
  flowDirections?: ("inbound" | "outbound")[];
  metadata?: MetadataPatch;
  methodConfigurationId?: string;
  paymentMethodId?: string;
  paymentMethodData?: MethodData;
  paymentMethodOptions?: Record<string, Record<string, unknown>>;
  paymentMethodTypes?: string[];
}

export interface NewSetupInput extends SetupInput {
  automaticPaymentMethods?: { enabled: boolean; allow_redirects: "always" | "never" };
  singleUse?: SetupIntentRow["singleUse"];
  usage?: SetupIntentRow["usage"];
}

/** How a setup is confirmed. */
export interface SetupConfirmInput {
  /** Used up by this confirmation; what it holds stands in the other members already. */
  confirmationTokenId?: string;
  /** How the payer agreed to be debited; null: they were not asked this time. */
  acceptance: MandateAcceptance | null;
  paymentMethodId?: string;
  paymentMethodData?: MethodData;
  paymentMethodOptions?: Record<string, Record<string, unknown>>;
  allowedPaymentMethodTypes?: string[];
  returnUrl?: string;
  /** The client handles authentication itself, with a script instead of a redirect. */
  useSdk?: boolean;
  clientSecret?: string;
}
