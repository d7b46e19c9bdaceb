import { couponGroup, priceGroup, productGroup } from "./catalogue.ts";
import { customerGroup } from "./customers.ts";
import { disputeGroup } from "./disputes.ts";
import { eventGroup } from "./events.ts";
import { type GroupKey, groupKeys, type SearchGroup } from "./group.ts";
import { memberGroup } from "./members.ts";
import { paymentGroup } from "./payments.ts";
import { payoutGroup } from "./payouts.ts";
import { refundGroup } from "./refunds.ts";
import { reportGroup } from "./reports.ts";
import { requestGroup } from "./requests.ts";
import { settingsGroup } from "./settings.ts";
import { webhookGroup } from "./webhooks.ts";

/** Every kind of result. */
const groups: Record<GroupKey, SearchGroup> = {
  payments: paymentGroup,
  customers: customerGroup,
  refunds: refundGroup,
  disputes: disputeGroup,
  payouts: payoutGroup,
  products: productGroup,
  prices: priceGroup,
  coupons: couponGroup,
  events: eventGroup,
  requests: requestGroup,
  webhooks: webhookGroup,
  members: memberGroup,
  reports: reportGroup,
  settings: settingsGroup,
};

/** In the order in which they are shown. */
export const searchGroups: readonly SearchGroup[] = groupKeys.map((key) => groups[key]);
