import type { Viewer } from "#lib/auth/viewer";

/** Where a page is: in the viewer's environment. */
type Here = { environment: Pick<Viewer["environment"], "slug"> };

const at = ({ environment }: Here, ...parts: string[]) =>
  `/${[environment.slug, ...parts].map(encodeURIComponent).join("/")}`;

/** The address of every page of the dashboard. */
export const paths = {
  home: (here: Here) => at(here),
  search: (here: Here) => at(here, "search"),
  /** What the search field asks while one types. */
  liveSearch: (here: Here) => at(here, "search", "live"),
  transactions: (here: Here) => at(here, "transactions"),
  /** `customer`: an id or an email address. */
  paymentsOf: (here: Here, customer: string) =>
    `${at(here, "transactions")}?customer=${encodeURIComponent(customer)}`,
  refunds: (here: Here) => at(here, "transactions", "refunds"),
  disputes: (here: Here) => at(here, "transactions", "disputes"),
  payment: (here: Here, id: string) => at(here, "transactions", id),
  refundPayment: (here: Here, id: string) => at(here, "transactions", id, "refund"),
  capturePayment: (here: Here, id: string) => at(here, "transactions", id, "capture"),
  cancelPayment: (here: Here, id: string) => at(here, "transactions", id, "cancel"),
  sendReceipt: (here: Here, id: string) => at(here, "transactions", id, "receipt"),
  paymentMetadata: (here: Here, id: string) => at(here, "transactions", id, "metadata"),
  balances: (here: Here) => at(here, "balances"),
  payoutSchedule: (here: Here) => at(here, "balances", "schedule"),
  payouts: (here: Here) => at(here, "balances", "payouts"),
  newPayout: (here: Here) => at(here, "balances", "payouts", "new"),
  payout: (here: Here, id: string) => at(here, "balances", "payouts", id),
  payoutCsv: (here: Here, id: string) => at(here, "balances", "payouts", id, "transactions.csv"),
  cancelPayout: (here: Here, id: string) => at(here, "balances", "payouts", id, "cancel"),
  customers: (here: Here) => at(here, "customers"),
  customer: (here: Here, id: string) => at(here, "customers", id),
  requestLogs: (here: Here) => at(here, "developers", "logs"),
  requestLog: (here: Here, id: string) => at(here, "developers", "logs", id),
  events: (here: Here) => at(here, "developers", "events"),
  event: (here: Here, id: string) => at(here, "developers", "events", id),
  webhooks: (here: Here) => at(here, "developers", "webhooks"),
  newWebhook: (here: Here) => at(here, "developers", "webhooks", "new"),
  webhook: (here: Here, id: string) => at(here, "developers", "webhooks", id),
  editWebhook: (here: Here, id: string) => at(here, "developers", "webhooks", id, "edit"),
  rollWebhookSecret: (here: Here, id: string) => at(here, "developers", "webhooks", id, "secret"),
  replayWebhook: (here: Here, id: string) => at(here, "developers", "webhooks", id, "replay"),
  deleteWebhook: (here: Here, id: string) => at(here, "developers", "webhooks", id, "delete"),
  webhookDelivery: (here: Here, id: string, delivery: string) =>
    at(here, "developers", "webhooks", id, "deliveries", delivery),
  outbox: (here: Here) => at(here, "outbox"),
  mail: (here: Here, id: string) => at(here, "outbox", id),
  settings: (here: Here) => at(here, "settings"),
  accountSettings: (here: Here) => at(here, "settings", "account"),
  personalSettings: (here: Here) => at(here, "settings", "user"),
  proveIdentity: (here: Here) => at(here, "settings", "user", "confirm"),
  twoStep: (here: Here) => at(here, "settings", "user", "two-step"),
  authenticatorApp: (here: Here) => at(here, "settings", "user", "two-step", "app"),
  teamTwoStep: (here: Here) => at(here, "settings", "team", "two-step"),
  resetTwoStep: (here: Here, id: string) => at(here, "settings", "team", "members", id, "two-step"),
  team: (here: Here) => at(here, "settings", "team"),
  inviteMembers: (here: Here) => at(here, "settings", "team", "invite"),
  invitation: (here: Here, id: string) => at(here, "settings", "team", "invitations", id),
  exportTeam: (here: Here) => at(here, "settings", "team", "export"),
  roles: (here: Here) => at(here, "settings", "team", "roles"),
  role: (here: Here, role: string) => at(here, "settings", "team", "roles", role),
  member: (here: Here, id: string) => at(here, "settings", "team", "members", id),
  memberRoles: (here: Here, id: string) => at(here, "settings", "team", "members", id, "roles"),
  removeMember: (here: Here, id: string) => at(here, "settings", "team", "members", id, "remove"),
  securityHistory: (here: Here) => at(here, "settings", "security"),
  securityHistoryLine: (here: Here, sequence: number) => at(here, "settings", "security", String(sequence)),
  exportSecurityHistory: (here: Here) => at(here, "settings", "security", "export"),
  keys: (here: Here) => at(here, "settings", "keys"),
  newKey: (here: Here, kind: string) => at(here, "settings", "keys", "new", kind),
  key: (here: Here, id: string) => at(here, "settings", "keys", id),
  editKey: (here: Here, id: string) => at(here, "settings", "keys", id, "edit"),
  rollKey: (here: Here, id: string) => at(here, "settings", "keys", id, "roll"),
  apiVersion: (here: Here) => at(here, "settings", "keys", "version"),
  revokeKey: (here: Here, id: string) => at(here, "settings", "keys", id, "revoke"),
};
