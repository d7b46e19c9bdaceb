import { allPermissions, type Permission } from "./permissions.ts";

/** Every role of the catalogue. The owner is not a role but an attribute of one member of an account. */
export const allRoles = [
  "super_admin",
  "admin",
  "iam_admin",
  "developer",
  "analyst",
  "dispute_analyst",
  "refund_analyst",
  "support_specialist",
  "support_associate",
  "support_communications",
  "data_migration_specialist",
  "terminal_specialist",
  "tax_analyst",
  "view_only",
  "accountant",
  "topup_specialist",
  "financial_connections_specialist",
  "data_engineer",
  "connect_onboarding_analyst",
  "transfer_analyst",
  "identity_analyst",
  "identity_view_only",
  "sandbox_admin",
  "sandbox_user",
  "cardholder",
  "connect_risk_analyst",
  "issuing_support_agent",
  "opal_view_only",
  "support_only",
] as const;

export type Role = (typeof allRoles)[number];

/** Why a role cannot be given yet: nobody says what it may do, or the product it serves does not exist here. */
export type Unassignable = "unpublished" | "product_missing";

export interface Membership {
  roles: readonly string[];
  owner: boolean;
}

const ownerOnly: readonly Permission[] = [
  "ownership:transfer",
  "account:close",
  "default_bank_account:delete",
];
/**
 * What reaches beyond a sandbox: who is an administrator there alone must not name themselves one everywhere, nor say
 * what live disputes are answered with.
 */
const accountWide: readonly Permission[] = [
  "refund_policy:write",
  "account:write",
  "members:write",
  "admins:grant",
  "super_admins:grant",
];
const testOnly: readonly Permission[] = ["clock:write"];

/** What a member may do in an environment of this kind: the union of the roles, everything for the owner. */
export function permissionsOf(membership: Membership, kind: "live" | "test"): ReadonlySet<Permission> {
  const granted = membership.owner
    ? allPermissions
    : membership.roles.filter(isRole).flatMap((role) => permissionsOfRole(role, kind));
  return new Set(kind === "test" ? granted : granted.filter((permission) => !testOnly.includes(permission)));
}

/** Whether a stored text names a role of the catalogue. */
export function isRole(text: string): text is Role {
  return allRoles.some((role) => role === text);
}

/** Why this role cannot be given to anybody now; null when it can. */
export function whyNotAssignable(role: Role): Unassignable | null {
  return unassignable[role] ?? null;
}

function permissionsOfRole(role: Role, kind: "live" | "test"): Permission[] {
  if (role === "super_admin") return allPermissions.filter((permission) => !ownerOnly.includes(permission));
  if (role === "admin")
    return permissionsOfRole("super_admin", kind).filter((it) => it !== "super_admins:grant");
  if (role === "sandbox_admin") return kind === "test" ? withinSandbox("admin") : [];
  if (role === "sandbox_user") return kind === "test" ? withinSandbox("developer") : [];
  const granted = allPermissions.filter((permission) => holders[permission]?.includes(role));
  // The documentation denies it live data only.
  if (role === "data_migration_specialist" && kind === "test") granted.push("payments:read");
  return granted;
}

function withinSandbox(role: Role): Permission[] {
  return permissionsOfRole(role, "test").filter((permission) => !accountWide.includes(permission));
}

const unassignable: Partial<Record<Role, Unassignable>> = {
  support_communications: "product_missing",
  terminal_specialist: "product_missing",
  tax_analyst: "product_missing",
  financial_connections_specialist: "product_missing",
  data_engineer: "product_missing",
  connect_onboarding_analyst: "product_missing",
  transfer_analyst: "product_missing",
  identity_analyst: "product_missing",
  identity_view_only: "product_missing",
  cardholder: "unpublished",
  connect_risk_analyst: "unpublished",
  issuing_support_agent: "unpublished",
  opal_view_only: "unpublished",
  support_only: "unpublished",
};

const supporters: readonly Role[] = ["support_specialist", "support_associate"];
const operators: readonly Role[] = ["developer", "analyst", ...supporters];
const readers: readonly Role[] = ["view_only", "tax_analyst", "accountant"];
const paymentReaders: readonly Role[] = [...operators, "refund_analyst", "dispute_analyst", ...readers];
const treasuryReaders: readonly Role[] = ["developer", "analyst", ...readers, "transfer_analyst"];
const everyone = allRoles.filter((role) => unassignable[role] !== "unpublished");

/** Who holds a permission beside owner, super administrator and administrator, who need no mention. */
const holders: Partial<Record<Permission, readonly Role[]>> = {
  "payments:read": [...paymentReaders, "transfer_analyst"],
  "payments:write": operators,
  "refunds:write": [...operators, "refund_analyst"],
  "receipts:send": [...operators, "refund_analyst"],
  "credit_notes:write": [...operators, "refund_analyst"],
  "invoices:read": paymentReaders,
  "disputes:read": [...paymentReaders, "transfer_analyst"],
  "disputes:write": [...operators, "dispute_analyst"],
  "refund_policy:write": [...operators, "dispute_analyst"],
  "files:read": [...paymentReaders, "transfer_analyst"],
  "files:write": [...operators, "dispute_analyst"],
  "products:read": paymentReaders,
  "products:write": ["developer", "analyst", "support_specialist"],
  "customers:read": [...paymentReaders, "data_migration_specialist", "financial_connections_specialist"],
  "customers:write": [...operators, "data_migration_specialist"],
  "customers:delete": operators,
  "balance:read": [...treasuryReaders, "topup_specialist"],
  "transfers:read": treasuryReaders,
  "transfers:write": ["transfer_analyst"],
  "payouts:read": [...treasuryReaders, "topup_specialist"],
  "payouts:write": ["developer", "analyst"],
  "topups:write": ["topup_specialist"],
  "radar:read": [...operators, "refund_analyst", "view_only", "tax_analyst"],
  "allow_list:write": supporters,
  "events:read": [...operators, "view_only", "tax_analyst", "identity_analyst", "identity_view_only"],
  "reports:read": ["developer", "analyst", ...readers],
  "exports:read": ["developer", "analyst", "support_associate", "view_only", "tax_analyst"],
  "notes:write": [
    ...operators,
    "refund_analyst",
    "dispute_analyst",
    "tax_analyst",
    "transfer_analyst",
    "connect_onboarding_analyst",
    "data_migration_specialist",
    "topup_specialist",
    "financial_connections_specialist",
    "identity_analyst",
  ],
  "views:share": [
    ...operators,
    "refund_analyst",
    "dispute_analyst",
    "transfer_analyst",
    "connect_onboarding_analyst",
    "data_migration_specialist",
    "topup_specialist",
    "identity_analyst",
  ],
  "approvals:decide": ["analyst"],
  "account:read": everyone,
  "account:write": ["developer", "analyst"],
  "settings:write": ["developer"],
  "members:read": everyone,
  "members:write": ["iam_admin"],
  "security_history:read": ["iam_admin", "developer", "view_only", "accountant", "data_migration_specialist"],
  "keys:write": ["developer"],
  "webhooks:write": ["developer"],
  "clock:write": ["developer"],
  "platforms:connect": ["developer"],
  "support_cases:write": ["support_communications"],
  "connected_accounts:read": [
    ...operators,
    ...readers,
    "transfer_analyst",
    "connect_onboarding_analyst",
    "data_migration_specialist",
  ],
  "connected_accounts:create": ["developer", "connect_onboarding_analyst"],
  "connected_accounts:write": ["developer", ...supporters, "connect_onboarding_analyst"],
  "connected_accounts:reject": ["developer", ...supporters],
  "connected_accounts:export": [...operators, "connect_onboarding_analyst"],
  "connected_capabilities:write": ["developer", ...supporters, "connect_onboarding_analyst"],
  "connected_payout_schedules:write": ["developer", ...supporters],
  "connected_bank_accounts:write": ["developer", ...supporters],
  "remediation_links:write": [
    "developer",
    ...supporters,
    "connect_onboarding_analyst",
    "data_migration_specialist",
  ],
  "margin_reports:read": ["developer", "analyst", "view_only", "tax_analyst", "data_migration_specialist"],
  "verifications:read": ["analyst", "identity_analyst", "identity_view_only"],
  "verifications:write": ["analyst", "identity_analyst"],
  "tax:write": ["developer", "tax_analyst"],
  "revenue_recognition:write": ["developer", "accountant"],
  "terminal:write": ["developer", "terminal_specialist"],
  "financial_connections:write": ["developer", "financial_connections_specialist"],
  "data_pipeline:write": ["developer", "data_engineer"],
  "data_copies:write": ["data_migration_specialist"],
};
