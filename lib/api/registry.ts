import { balanceSettingsResource } from "#lib/balance-settings/api";
import { customerBalanceResource } from "#lib/customer-balance/api";
import { customerResource } from "#lib/customers/api";
import { confirmationTokenResource } from "#lib/confirmation-tokens/api";
import { discountResource } from "#lib/discounts/api";
import { externalAccountResource, externalCardResource } from "#lib/external-accounts/api";
import { eventResource } from "#lib/events/api";
import { fileLinkResource } from "#lib/file-links/api";
import { fileResource } from "#lib/files/api";
import { balanceResource, balanceTransactionResource } from "#lib/ledger/api";
import { paymentIntentResource } from "#lib/payments/api";
import { chargeResource } from "#lib/payments/charge-api";
import { payoutResource } from "#lib/payouts/api";
import { planResource } from "#lib/plans/api";
import { featureResource, productFeatureResource } from "#lib/features/api";
import { priceResource } from "#lib/prices/api";
import { productResource } from "#lib/products/api";
import { listeningSessionResource } from "#lib/listeners/api";
import { mandateResource } from "#lib/mandates/api";
import { couponResource } from "#lib/coupons/api";
import { promotionCodeResource } from "#lib/promotion-codes/api";
import { refundResource } from "#lib/refunds/api";
import { paymentMethodResource } from "#lib/payment-methods/api";
import { setupAttemptResource, setupIntentResource } from "#lib/setup-intents/api";
import { shippingRateResource } from "#lib/shipping-rates/api";
import { taxRateResource } from "#lib/tax-rates/api";
import { taxIdResource } from "#lib/tax-ids/api";
import { customerSourceResource } from "#lib/sources/api";
import { sourceResource } from "#lib/sources/source-api";
import { testClockResource } from "#lib/test-clocks/api";
import { tokenResource } from "#lib/tokens/api";
import { topupResource } from "#lib/topups/api";
import { webhookEndpointResource } from "#lib/webhooks/api";
import type { Resource } from "./endpoint.ts";

/** Every kind of object the API knows; each area declares its own in its `api.ts`. */
export const resources: readonly Resource[] = [
  balanceResource,
  balanceSettingsResource,
  balanceTransactionResource,
  chargeResource,
  confirmationTokenResource,
  customerBalanceResource,
  customerResource,
  customerSourceResource,
  discountResource,
  eventResource,
  fileLinkResource,
  fileResource,
  listeningSessionResource,
  externalAccountResource,
  externalCardResource,
  mandateResource,
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
  setupAttemptResource,
  setupIntentResource,
  shippingRateResource,
  sourceResource,
  taxRateResource,
  taxIdResource,
  testClockResource,
  tokenResource,
  topupResource,
  webhookEndpointResource,
];
