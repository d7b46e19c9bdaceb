import type { Permission } from "./permissions.ts";

/** What a page of the dashboard asks of who enters it, or of who sends its form where that is more. */
interface Section {
  enter: Permission;
  send?: Permission;
}

/** By the beginning of its address, `*` for one part of it; the last one that fits counts. */
const sections: [section: string, asks: Section][] = [
  ["transactions", { enter: "payments:read" }],
  ["transactions/cash-returns", { enter: "customers:read" }],
  ["transactions/cash-returns/*/ask-again", { enter: "refunds:write" }],
  ["transactions/cash-returns/*/cancel", { enter: "refunds:write" }],
  ["transactions/disputes", { enter: "disputes:read" }],
  ["transactions/disputes/bulk", { enter: "disputes:write" }],
  ["transactions/disputes/letters", { enter: "disputes:write" }],
  ["transactions/disputes/policy", { enter: "refund_policy:write" }],
  ["transactions/disputes/*/accept", { enter: "disputes:write" }],
  ["transactions/disputes/*/counter", { enter: "disputes:write" }],
  ["transactions/fees", { enter: "balance:read" }],
  ["transactions/activity", { enter: "balance:read" }],
  ["transactions/new", { enter: "payments:write" }],
  ["transactions/*/collect", { enter: "payments:write" }],
  ["transactions/*/refund", { enter: "refunds:write" }],
  ["transactions/*/capture", { enter: "payments:write" }],
  ["transactions/*/cancel", { enter: "payments:write" }],
  ["transactions/*/metadata", { enter: "payments:write" }],
  ["transactions/*/receipt", { enter: "receipts:send" }],
  ["desk", { enter: "refunds:write" }],
  ["desk/work", { enter: "approvals:decide" }],
  ["transactions/disputes/*/files", { enter: "files:read" }],
  ["reveal/payment", { enter: "payments:read" }],
  ["reveal/customer", { enter: "customers:read" }],
  ["reveal/dispute", { enter: "disputes:read" }],
  ["transactions/bulk/refund", { enter: "refunds:write" }],
  ["transactions/bulk/receipts", { enter: "receipts:send" }],
  ["transactions/bulk/metadata", { enter: "payments:write" }],
  ["payments", { enter: "payments:read" }],
  ["exports", { enter: "exports:read" }],
  ["notes", { enter: "notes:write" }],
  ["customers", { enter: "customers:read" }],
  ["customers/guests", { enter: "customers:read" }],
  ["customers/import", { enter: "customers:write" }],
  ["customers/new", { enter: "customers:write" }],
  ["customers/duplicates", { enter: "customers:write" }],
  ["customers/*/merge", { enter: "customers:write" }],
  ["customers/*/edit", { enter: "customers:write" }],
  ["customers/*/metadata", { enter: "customers:write" }],
  ["customers/*/methods/new", { enter: "customers:write" }],
  ["customers/*/methods/*/remove", { enter: "customers:write" }],
  ["customers/*/balance", { enter: "customers:write" }],
  ["customers/*/cash/return", { enter: "refunds:write" }],
  ["customers/*/tax-ids/new", { enter: "customers:write" }],
  ["customers/*/erase", { enter: "customers:delete" }],
  ["customers/*/delete", { enter: "customers:delete" }],
  ["customers/bulk/delete", { enter: "customers:delete" }],
  ["products", { enter: "products:read", send: "products:write" }],
  ["products/new", { enter: "products:write" }],
  ["products/import", { enter: "products:write" }],
  ["products/export", { enter: "exports:read" }],
  ["products/*/edit", { enter: "products:write" }],
  ["products/*/delete", { enter: "products:write" }],
  ["products/*/copy", { enter: "products:read" }],
  ["products/*/prices/new", { enter: "products:write" }],
  ["products/*/prices/*/edit", { enter: "products:write" }],
  ["products/*/prices/*/delete", { enter: "products:write" }],
  ["products/coupons", { enter: "products:read", send: "products:write" }],
  ["products/coupons/new", { enter: "products:write" }],
  ["products/coupons/*/edit", { enter: "products:write" }],
  ["products/coupons/*/delete", { enter: "products:write" }],
  ["products/coupons/*/codes/new", { enter: "products:write" }],
  ["products/coupons/*/codes/*/edit", { enter: "products:write" }],
  ["products/tax-rates", { enter: "products:read", send: "products:write" }],
  ["products/tax-rates/new", { enter: "products:write" }],
  ["products/tax-rates/*/edit", { enter: "products:write" }],
  ["products/shipping-rates", { enter: "products:read", send: "products:write" }],
  ["products/shipping-rates/new", { enter: "products:write" }],
  ["products/shipping-rates/*/edit", { enter: "products:write" }],
  ["products/features", { enter: "products:read", send: "products:write" }],
  ["products/features/new", { enter: "products:write" }],
  ["products/features/*/edit", { enter: "products:write" }],
  ["balances", { enter: "balance:read", send: "bank_accounts:write" }],
  ["balances/schedule", { enter: "payout_schedule:write" }],
  ["balances/activity", { enter: "balance:read" }],
  ["balances/statements", { enter: "balance:read" }],
  ["balances/top-ups", { enter: "payouts:read" }],
  ["balances/top-ups/*", { enter: "payouts:read", send: "topups:write" }],
  ["balances/top-ups/new", { enter: "topups:write" }],
  ["balances/accounts", { enter: "payouts:read", send: "bank_accounts:write" }],
  ["balances/accounts/new", { enter: "bank_accounts:write" }],
  ["balances/payouts", { enter: "payouts:read" }],
  ["balances/payouts/*", { enter: "payouts:read", send: "bank_accounts:write" }],
  ["balances/payouts/new", { enter: "payouts:write" }],
  ["balances/payouts/*/cancel", { enter: "payouts:write" }],
  ["balances/payouts/*/reverse", { enter: "payouts:write" }],
  ["developers/logs", { enter: "events:read" }],
  ["developers/events", { enter: "events:read" }],
  ["developers/reference", { enter: "events:read" }],
  ["developers/webhooks", { enter: "webhooks:write" }],
  ["outbox", { enter: "outbox:read" }],
  ["settings", { enter: "account:read" }],
  ["settings/account", { enter: "account:read", send: "account:write" }],
  ["settings/account/close", { enter: "account:close" }],
  ["settings/accounts/new", { enter: "admins:grant" }],
  ["settings/activation", { enter: "account:write" }],
  ["settings/activation/bank", { enter: "account:write", send: "bank_accounts:write" }],
  ["settings/team", { enter: "members:read" }],
  ["settings/team/invite", { enter: "members:write" }],
  ["settings/team/two-step", { enter: "members:write" }],
  ["settings/team/members/*/two-step", { enter: "members:write" }],
  ["settings/team/invitations", { enter: "members:write" }],
  ["settings/team/members/*/roles", { enter: "members:write" }],
  ["settings/team/members/*/sign-out", { enter: "members:write" }],
  ["settings/team/members/*/remove", { enter: "members:write" }],
  ["settings/security", { enter: "security_history:read" }],
  ["settings/discretion", { enter: "limits:write" }],
  ["settings/blocked", { enter: "radar:read", send: "allow_list:write" }],
  ["settings/blocked/new", { enter: "allow_list:write" }],
  ["settings/refund-limits", { enter: "limits:write" }],
  ["settings/security/retention", { enter: "admins:grant" }],
  ["settings/keys", { enter: "keys:write" }],
];

/** The permission needed to enter a page, of its path behind the environment; null where every member may go. */
export function permissionToEnter(page: string): Permission | null {
  return sectionOf(page)?.enter ?? null;
}

/** The permission needed to send a form to a page. */
export function permissionToSend(page: string): Permission | null {
  const section = sectionOf(page);
  return section?.send ?? section?.enter ?? null;
}

const patterns = sections.map(([path, section]) => ({ path: path.split("/"), section }));

function sectionOf(page: string): Section | undefined {
  const parts = page.split("/");
  const within = ({ path }: (typeof patterns)[number]) =>
    path.every((wanted, index) => (wanted === "*" ? parts[index] !== undefined : wanted === parts[index]));
  return patterns.findLast(within)?.section;
}
