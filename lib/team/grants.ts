import { forbidden } from "#lib/errors";
import { may, type Permission, type Permitted } from "#lib/auth/permissions";
import { type Role, whyNotAssignable } from "#lib/auth/roles";

/** The permission it takes to give these roles to somebody: what the strongest of them asks for. */
export function permissionToGrant(roles: readonly string[]): Permission {
  if (roles.includes("super_admin")) return "super_admins:grant";
  return roles.includes("admin") ? "admins:grant" : "members:write";
}

/** Whether the viewer may give this role to somebody. */
export function mayGrant(viewer: Permitted, role: Role): boolean {
  if (whyNotAssignable(role) !== null || !may(viewer, "members:write")) return false;
  return may(viewer, permissionToGrant([role]));
}

/** Throws a 403 that names what is missing for giving these roles. */
export function assertMayGrant(viewer: Permitted, roles: readonly Role[]): void {
  const refused = roles.find((role) => !mayGrant(viewer, role));
  if (refused) throw forbidden(permissionToGrant([refused]));
}
