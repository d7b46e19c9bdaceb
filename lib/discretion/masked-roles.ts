import { eq, sql } from "drizzle-orm";
import { insert, remove } from "#db/rows";
import type { Conceal } from "#db/engine/concealing";
import { maskedRoles } from "#db/schema/index";
import { reader, type Scope, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { allRoles, type Membership, permissionsOf, type Role, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { concealRows } from "./conceal-rows.ts";

/** The roles from which personal fields can be hidden: those that can be given, and see payments or customers. */
export function maskableRoles(kind: "live" | "test"): Role[] {
  return allRoles.filter((role) => {
    const permissions = permissionsOf({ roles: [role], owner: false }, kind);
    return (
      whyNotAssignable(role) === null &&
      (permissions.has("payments:read") || permissions.has("customers:read"))
    );
  });
}

/** Whether personal fields are hidden from a member: from all of their roles. Nothing is hidden from the owner. */
export async function isDiscreet(scope: Scope, { roles, owner }: Membership): Promise<boolean> {
  if (owner || roles.length === 0) return false;
  const masked = await namesOf(scope);
  return masked.size > 0 && roles.every((role) => masked.has(role));
}

/** What hides personal fields from a member, in all that is done as them; undefined where they see them. */
export async function concealFor(scope: Scope, membership: Membership): Promise<Conceal | undefined> {
  return (await isDiscreet(scope, membership)) ? concealRows : undefined;
}

/** The roles from which personal fields are hidden here. Needs limits:write. */
export async function rolesMasked(viewer: Viewer): Promise<ReadonlySet<string>> {
  authorize(viewer, "limits:write");
  return namesOf(viewer);
}

/** Hides personal fields from these roles, and from no others. Needs limits:write. */
export function maskRoles(viewer: Viewer, { roles }: { roles: readonly Role[] }): Promise<void> {
  authorize(viewer, "limits:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const before = await namesOf(viewer);
    for (const role of before) if (!roles.some((each) => each === role)) await remove(tx, maskedRoles, role);
    for (const role of roles) {
      if (!before.has(role)) await insert(tx, maskedRoles, { id: role, createdAt: tx.now });
    }
    await audit(tx, "discretion.changed", {
      subject: null,
      before: { roles: [...before].sort() },
      after: { roles: [...roles].sort() },
    });
  });
}

async function namesOf(scope: Scope): Promise<Set<string>> {
  const handle = await reader(scope);
  const statement = handle.prepared("masked roles", (db) =>
    db
      .select({ id: maskedRoles.id })
      .from(maskedRoles)
      .where(eq(maskedRoles.environmentId, sql.placeholder("environmentId")))
      .prepare(),
  );
  const rows = await statement.execute({ environmentId: scope.environmentId });
  return new Set(rows.map(({ id }) => id));
}
