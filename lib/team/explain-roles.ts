import { permissionGroupNames, permissionGroups, type PermissionGroup } from "#lib/auth/permission-groups";
import type { Permission } from "#lib/auth/permissions";
import {
  allRoles,
  isRole,
  type Membership,
  permissionsOf,
  type Role,
  whyNotAssignable,
} from "#lib/auth/roles";

/** What somebody can be: the owner, or who has a role. */
export type Standing = "owner" | Role;

type Kind = "live" | "test";

/** Everything one can be today, the strongest first. */
export const standings: readonly Standing[] = [
  "owner",
  ...allRoles.filter((role) => whyNotAssignable(role) === null),
];

/** Whether a text of an address names a standing that exists today. */
export function isStanding(text: string): text is Standing {
  return standings.some((standing) => standing === text);
}

/** What a standing may do: asked of the map that decides. */
export function permissionsOfStanding(standing: Standing, kind: Kind): ReadonlySet<Permission> {
  return permissionsOf(
    standing === "owner" ? { roles: [], owner: true } : { roles: [standing], owner: false },
    kind,
  );
}

export interface ExplainedPermission {
  permission: Permission;
  /** By which standings it is held; empty for what is not held. */
  by: Standing[];
}

/** Everything that can be allowed, by group, with which of these standings hold it. */
export function explainStandings(
  asked: readonly Standing[],
  kind: Kind,
): { group: PermissionGroup; permissions: ExplainedPermission[] }[] {
  const sets = asked.map((standing) => [standing, permissionsOfStanding(standing, kind)] as const);
  return permissionGroupNames.map((group) => ({
    group,
    permissions: permissionGroups[group].map((permission) => ({
      permission,
      by: sets.flatMap(([standing, permissions]) => (permissions.has(permission) ? [standing] : [])),
    })),
  }));
}

/** What a member is: what they may do comes from these. */
export function standingsOf({ owner, roles }: Membership): Standing[] {
  return [...(owner ? ["owner" as const] : []), ...roles.filter(isRole)];
}
