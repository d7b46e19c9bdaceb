import { balanceSettingsResource } from "#lib/balance-settings/api";
import { customerBalanceResource } from "#lib/customer-balance/api";
import { cashBalanceResource, cashTransactionResource, fundingInstructionsResource } from "#lib/cash/api";
import { customerResource } from "#lib/customers/api";
import { confirmationTokenResource } from "#lib/confirmation-tokens/api";
import { discountResource } from "#lib/discounts/api";
import { externalAccountResource, externalCardResource } from "#lib/external-accounts/api";
import { disputeResource } from "#lib/disputes/api";
import { eventResource } from "#lib/events/api";
import { fileLinkResource } from "#lib/file-links/api";
import { fileResource } from "#lib/files/api";
import { accountResource, capabilityResource } from "#lib/accounts/api";
import { balanceResource, balanceTransactionResource } from "#lib/ledger/api";
import { paymentIntentResource } from "#lib/payments/api";
import { chargeResource } from "#lib/payments/charge-api";
import { payoutResource } from "#lib/payouts/api";
import { planResource } from "#lib/plans/api";
import { featureResource, productFeatureResource } from "#lib/features/api";
import { earlyFraudWarningResource } from "#lib/fraud-warnings/api";
import { priceResource } from "#lib/prices/api";
import { productResource } from "#lib/products/api";
import { listeningSessionResource } from "#lib/listeners/api";
import { methodConfigurationResource } from "#lib/method-configurations/api";
import { methodDomainResource } from "#lib/method-domains/api";
import { mandateResource } from "#lib/mandates/api";
import { countrySpecResource } from "#lib/country-specs/api";
import { exchangeRateResource } from "#lib/exchange-rates/api";
import { couponResource } from "#lib/coupons/api";
import { promotionCodeResource } from "#lib/promotion-codes/api";
import { refundResource } from "#lib/refunds/api";
import { reviewResource } from "#lib/reviews/api";
import { paymentMethodResource } from "#lib/payment-methods/api";
import { setupAttemptResource, setupIntentResource } from "#lib/setup-intents/api";
import { shippingRateResource } from "#lib/shipping-rates/api";
import { taxCodeResource } from "#lib/tax-codes/api";
import { taxRateResource } from "#lib/tax-rates/api";
import { taxIdResource } from "#lib/tax-ids/api";
import { customerSourceResource } from "#lib/sources/api";
import { sourceResource } from "#lib/sources/source-api";
import { testClockResource } from "#lib/test-clocks/api";
import { tokenResource } from "#lib/tokens/api";
import { topupResource } from "#lib/topups/api";
import { valueListItemResource, valueListResource } from "#lib/value-lists/api";
import { webhookEndpointResource } from "#lib/webhooks/api";
import type { Resource } from "./endpoint.ts";

/** Every kind of object the API knows; each area declares its own in its `api.ts`. */
export const resources: readonly Resource[] = [
  accountResource,
  balanceResource,
  balanceSettingsResource,
  balanceTransactionResource,
  capabilityResource,
  cashBalanceResource,
  cashTransactionResource,
  chargeResource,
  confirmationTokenResource,
  countrySpecResource,
  customerBalanceResource,
  customerResource,
  customerSourceResource,
  discountResource,
  disputeResource,
  earlyFraudWarningResource,
  eventResource,
  exchangeRateResource,
  fundingInstructionsResource,
  fileLinkResource,
  fileResource,
  listeningSessionResource,
  externalAccountResource,
  externalCardResource,
  mandateResource,
  methodConfigurationResource,
  methodDomainResource,
  paymentIntentResource,
  paymentMethodResource,
  payoutResource,
  planResource,
  featureResource,
  priceResource,
  productFeatureResource,
  productResource,
  couponResource,
  promotionCodeResource,
  refundResource,
  reviewResource,
  setupAttemptResource,
  setupIntentResource,
  shippingRateResource,
  sourceResource,
  taxCodeResource,
  taxRateResource,
  taxIdResource,
  testClockResource,
  tokenResource,
  topupResource,
  valueListItemResource,
  valueListResource,
  webhookEndpointResource,
];
