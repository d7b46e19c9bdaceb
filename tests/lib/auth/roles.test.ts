import { describe, expect, test } from "vitest";
import { allPermissions, authorize, may, type Permission } from "#lib/auth/permissions";
import { allRoles, permissionsOf, type Role, whyNotAssignable } from "#lib/auth/roles";

/** The documented matrix, a row a permission: Y may, n may not (also what is not stated), in these columns. */
const columns: Role[] = [
  "super_admin",
  "admin",
  "iam_admin",
  "developer",
  "analyst",
  "support_specialist",
  "support_associate",
  "refund_analyst",
  "dispute_analyst",
  "view_only",
  "tax_analyst",
  "accountant",
  "transfer_analyst",
  "connect_onboarding_analyst",
  "data_migration_specialist",
];

const documented: [Permission, string][] = [
  ["payments:read", "YYnYYYYYYYYYYnn"],
  ["payments:write", "YYnYYYYnnnnnnnn"],
  ["refunds:write", "YYnYYYYYnnnnnnn"],
  ["credit_notes:write", "YYnYYYYYnnnnnnn"],
  ["disputes:read", "YYnYYYYYYYYYYnn"],
  ["disputes:write", "YYnYYYYnYnnnnnn"],
  ["invoices:read", "YYnYYYYYYYYYnnn"],
  ["products:read", "YYnYYYYYYYYYnnn"],
  ["products:write", "YYnYYYnnnnnnnnn"],
  ["customers:read", "YYnYYYYYYYYYnnY"],
  ["customers:write", "YYnYYYYnnnnnnnY"],
  ["customers:delete", "YYnYYYYnnnnnnnn"],
  ["connected_accounts:read", "YYnYYYYnnYYYYYY"],
  ["connected_accounts:create", "YYnYnnnnnnnnnYn"],
  ["connected_accounts:write", "YYnYnYYnnnnnnYn"],
  ["connected_accounts:reject", "YYnYnYYnnnnnnnn"],
  ["connected_capabilities:write", "YYnYnYYnnnnnnYn"],
  ["connected_payout_schedules:write", "YYnYnYYnnnnnnnn"],
  ["connected_bank_accounts:write", "YYnYnYYnnnnnnnn"],
  ["remediation_links:write", "YYnYnYYnnnnnnYY"],
  ["margin_reports:read", "YYnYYnnnnYYnnnY"],
  ["balance:read", "YYnYYnnnnYYYYnn"],
  ["transfers:read", "YYnYYnnnnYYYYnn"],
  ["transfers:write", "YYnnnnnnnnnnYnn"],
  ["payouts:read", "YYnYYnnnnYYYYnn"],
  ["payouts:write", "YYnYYnnnnnnnnnn"],
  ["payout_schedule:write", "YYnnnnnnnnnnnnn"],
  ["bank_accounts:write", "YYnnnnnnnnnnnnn"],
  ["payout_currency:write", "YYnnnnnnnnnnnnn"],
  ["account:write", "YYnYYnnnnnnnnnn"],
  ["settings:write", "YYnYnnnnnnnnnnn"],
  ["tax:write", "YYnYnnnnnnYnnnn"],
  ["revenue_recognition:write", "YYnYnnnnnnnYnnn"],
  ["radar:read", "YYnYYYYYnYYnnnn"],
  ["allow_list:write", "YYnnnYYnnnnnnnn"],
  ["keys:write", "YYnYnnnnnnnnnnn"],
  ["programmatic_access:write", "YYnnnnnnnnnnnnn"],
  ["events:read", "YYnYYYYnnYYnnnn"],
  ["reports:read", "YYnYYnnnnYYYnnn"],
  ["exports:read", "YYnYYnYnnYYnnnn"],
  ["connected_accounts:export", "YYnYYYYnnnnnnYn"],
  ["members:write", "YYYnnnnnnnnnnnn"],
  ["super_admins:grant", "Ynnnnnnnnnnnnnn"],
  ["admins:grant", "YYnnnnnnnnnnnnn"],
  ["security_history:read", "YYYYnnnnnYnYnnY"],
  ["support_cases:write", "YYnnnnnnnnnnnnn"],
  ["platforms:connect", "YYnYnnnnnnnnnnn"],
  ["sandboxes:write", "YYnnnnnnnnnnnnn"],
  ["verifications:write", "YYnnYnnnnnnnnnn"],
  // Decided by us, where the documentation is silent.
  ["refund_policy:write", "YYnYYYYnYnnnnnn"],
  ["receipts:send", "YYnYYYYYnnnnnnn"],
  ["notes:write", "YYnYYYYYYnYnYYY"],
  ["files:read", "YYnYYYYYYYYYYnn"],
  ["files:write", "YYnYYYYnYnnnnnn"],
  ["webhooks:write", "YYnYnnnnnnnnnnn"],
  ["topups:write", "YYnnnnnnnnnnnnn"],
  ["approvals:decide", "YYnnYnnnnnnnnnn"],
  ["limits:write", "YYnnnnnnnnnnnnn"],
  ["outbox:read", "YYnnnnnnnnnnnnn"],
  ["clock:write", "nnnnnnnnnnnnnnn"],
  ["ownership:transfer", "nnnnnnnnnnnnnnn"],
  ["account:close", "nnnnnnnnnnnnnnn"],
  ["default_bank_account:delete", "nnnnnnnnnnnnnnn"],
];

describe("in a live environment", () => {
  test.each(documented)("%s is held as documented", (permission, row) => {
    const held = columns.map((role) => (holds(role, permission) ? "Y" : "n")).join("");
    expect(held).toBe(row);
  });
});

test("the owner may do everything", () => {
  expect(permissionsOf({ roles: [], owner: true }, "test")).toEqual(new Set(allPermissions));
});

test("only administrators and developers move the clock, and only where the money is not real", () => {
  const movers = (kind: "live" | "test") => allRoles.filter((role) => holds(role, "clock:write", kind));
  expect(movers("test")).toEqual(["super_admin", "admin", "developer", "sandbox_admin", "sandbox_user"]);
  expect(movers("live")).toEqual([]);
});

test("several roles are a union", () => {
  const both = permissionsOf({ roles: ["dispute_analyst", "refund_analyst"], owner: false }, "live");
  expect(both.has("disputes:write") && both.has("refunds:write")).toBe(true);
  expect(both.has("payments:write")).toBe(false);
});

test("sandbox roles are an administrator's and a developer's, without live data", () => {
  // Nothing that reaches beyond: nobody names themselves administrator of the whole account from a sandbox.
  const lacks = (role: Role, like: Role) =>
    [...setOf(like, "test")].filter((permission) => !setOf(role, "test").has(permission));
  expect(lacks("sandbox_admin", "admin")).toEqual([
    "refund_policy:write",
    "account:write",
    "members:write",
    "admins:grant",
  ]);
  expect(lacks("sandbox_user", "developer")).toEqual(["refund_policy:write", "account:write"]);
  expect(setOf("sandbox_admin", "live").size + setOf("sandbox_user", "live").size).toBe(0);
});

test("a data migration specialist sees test payments only", () => {
  expect(holds("data_migration_specialist", "payments:read", "test")).toBe(true);
  expect(holds("data_migration_specialist", "payments:read", "live")).toBe(false);
});

test("roles nobody describes may nothing and cannot be assigned", () => {
  const unpublished = allRoles.filter((role) => whyNotAssignable(role) === "unpublished");
  expect(unpublished).toEqual([
    "cardholder",
    "connect_risk_analyst",
    "issuing_support_agent",
    "opal_view_only",
    "support_only",
  ]);
  for (const role of unpublished) expect(setOf(role, "test").size).toBe(0);
});

test("roles of products that do not exist cannot be assigned, the others can", () => {
  expect(allRoles.filter((role) => whyNotAssignable(role) === null)).toEqual([
    "super_admin",
    "admin",
    "iam_admin",
    "developer",
    "analyst",
    "dispute_analyst",
    "refund_analyst",
    "support_specialist",
    "support_associate",
    "data_migration_specialist",
    "view_only",
    "accountant",
    "topup_specialist",
    "sandbox_admin",
    "sandbox_user",
  ]);
});

test("a role that is not in the catalogue gives nothing", () => {
  expect(permissionsOf({ roles: ["owner", "root"], owner: false }, "test").size).toBe(0);
});

test("who writes an object also sees it", () => {
  const pairs: [Permission, Permission][] = [
    ["payments:write", "payments:read"],
    ["refunds:write", "payments:read"],
    ["disputes:write", "disputes:read"],
    ["products:write", "products:read"],
    ["customers:write", "customers:read"],
    ["customers:delete", "customers:read"],
    ["payouts:write", "payouts:read"],
    ["topups:write", "balance:read"],
  ];
  for (const role of allRoles) {
    for (const [write, read] of pairs) {
      if (holds(role, write)) expect(holds(role, read), `${role} ${read}`).toBe(true);
    }
  }
});

test.each(allRoles)("%s: what the map refuses is refused by name", (role) => {
  const viewer = { permissions: setOf(role, "test") };
  for (const permission of allPermissions) {
    if (may(viewer, permission)) expect(() => authorize(viewer, permission)).not.toThrow();
    else expect(() => authorize(viewer, permission)).toThrow(permission);
  }
});

function holds(role: Role, permission: Permission, kind: "live" | "test" = "live"): boolean {
  return setOf(role, kind).has(permission);
}

function setOf(role: Role, kind: "live" | "test"): ReadonlySet<Permission> {
  return permissionsOf({ roles: [role], owner: false }, kind);
}
