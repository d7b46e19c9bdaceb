import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { eventTypes } from "#lib/webhooks/event-types";

/** What seeing an event of a kind takes beside events:read: its object is in it. */
const byRoot: Record<string, Permission> = {
  account: "account:read",
  balance: "balance:read",
  balance_settings: "balance:read",
  cash_balance: "customers:read",
  charge: "payments:read",
  "charge.dispute": "disputes:read",
  customer: "customers:read",
  customer_cash_balance_transaction: "customers:read",
  file: "files:read",
  invoice: "invoices:read",
  mandate: "payments:read",
  payment_intent: "payments:read",
  payment_method: "payments:read",
  payout: "payouts:read",
  price: "products:read",
  product: "products:read",
  radar: "radar:read",
  refund: "payments:read",
  review: "radar:read",
  setup_intent: "payments:read",
  source: "payments:read",
  topup: "payouts:read",
};

/** The permission that the object of an event of this type takes; null when events:read is enough. */
export function permissionOfType(type: string): Permission | null {
  return byRoot[branchOf(type)] ?? byRoot[rootOf(type)] ?? null;
}

/** Whether the viewer may see what events of this type carry. */
export function maySee(viewer: Viewer, type: string): boolean {
  const permission = permissionOfType(type);
  if (permission !== null && !may(viewer, permission)) return false;
  return viewer.kinds === undefined || viewer.kinds.has(kindOf(type));
}

/** Whether no event is hidden from the viewer. */
export function maySeeAll(viewer: Viewer): boolean {
  return viewer.kinds === undefined && Object.values(byRoot).every((permission) => may(viewer, permission));
}

/** The types of events that the viewer may see; null: every one. */
export function typesSeenBy(viewer: Viewer): string[] | null {
  return maySeeAll(viewer) ? null : eventTypes.filter((type) => maySee(viewer, type));
}

/** What events carry that are not named after it. */
const carried: Record<string, string> = {
  "account.external_account": "bank_account",
  "charge.dispute": "dispute",
  "charge.refund": "refund",
  "customer.discount": "discount",
  "customer.source": "customer_source",
  "customer.tax_id": "tax_id",
  "radar.early_fraud_warning": "radar.early_fraud_warning",
  "test_helpers.test_clock": "test_helpers.test_clock",
};

function kindOf(type: string): string {
  return carried[branchOf(type)] ?? rootOf(type);
}

function branchOf(type: string): string {
  return type.split(".", 2).join(".");
}

function rootOf(type: string): string {
  return type.split(".", 1)[0] ?? "";
}
