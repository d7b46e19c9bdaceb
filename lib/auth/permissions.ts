import { forbidden } from "#lib/errors";

/** Everything that can be allowed. A role and a restricted key's scope are both sets of these. */
export const allPermissions = [
  "payments:read",
  "payments:write",
  "refunds:write",
  "receipts:send",
  "credit_notes:write",
  "invoices:read",
  "disputes:read",
  "disputes:write",
  "refund_policy:write",
  "products:read",
  "products:write",
  "customers:read",
  "customers:write",
  "customers:delete",
  "balance:read",
  "transfers:read",
  "transfers:write",
  "payouts:read",
  "payouts:write",
  "payout_schedule:write",
  "payout_currency:write",
  "bank_accounts:write",
  "default_bank_account:delete",
  "topups:write",
  "radar:read",
  "allow_list:write",
  "events:read",
  "files:read",
  "files:write",
  "reports:read",
  "exports:read",
  "notes:write",
  "views:share",
  "approvals:decide",
  "limits:write",
  "outbox:read",
  "account:read",
  "account:write",
  "account:close",
  "ownership:transfer",
  "settings:write",
  "members:read",
  "members:write",
  "admins:grant",
  "super_admins:grant",
  "security_history:read",
  "keys:write",
  "webhooks:write",
  "clock:write",
  "sandboxes:write",
  "programmatic_access:write",
  "platforms:connect",
  "support_cases:write",
  "connected_accounts:read",
  "connected_accounts:create",
  "connected_accounts:write",
  "connected_accounts:reject",
  "connected_accounts:export",
  "connected_capabilities:write",
  "connected_payout_schedules:write",
  "connected_bank_accounts:write",
  "remediation_links:write",
  "margin_reports:read",
  "verifications:read",
  "verifications:write",
  "tax:write",
  "revenue_recognition:write",
  "terminal:write",
  "financial_connections:write",
  "data_pipeline:write",
  "data_copies:write",
] as const;

export type Permission = (typeof allPermissions)[number];

/** Who can be asked for permissions: every viewer. */
export interface Permitted {
  readonly permissions: ReadonlySet<Permission>;
}

const known: ReadonlySet<string> = new Set(allPermissions);

/** Whether a stored or submitted text names a permission. */
export function isPermission(text: string): text is Permission {
  return known.has(text);
}

/** Throws a 403 that names the permission, unless the viewer has it. First line of every command and query. */
export function authorize(viewer: Permitted, permission: Permission): void {
  if (!may(viewer, permission)) throw forbidden(permission);
}

/** Whether the viewer has the permission: what a screen asks to hide or to explain. */
export function may(viewer: Permitted, permission: Permission): boolean {
  return viewer.permissions.has(permission);
}
