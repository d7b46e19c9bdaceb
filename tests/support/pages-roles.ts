import type { Permission } from "#lib/auth/permissions";
import { allRoles, permissionsOf, type Role, whyNotAssignable } from "#lib/auth/roles";

/** Every role that can be given to somebody. */
export const assignableRoles: Role[] = allRoles.filter((role) => whyNotAssignable(role) === null);

/** Roles that between them lack most of what there is to lack. */
export const someRoles: Role[] = ["developer", "support_specialist", "refund_analyst", "view_only"];

/** Who has this role, and no other, at the demo business while it is tested. */
export function emailOfRole(role: Role): string {
  return `${role.replaceAll("_", "-")}@roles.test`;
}

/** Whether who has these roles, and no other, holds all of these in a test environment. */
export function holds(roles: Role[], permissions: Permission[]): boolean {
  const held = permissionsOf({ roles, owner: false }, "test");
  return permissions.every((permission) => held.has(permission));
}
