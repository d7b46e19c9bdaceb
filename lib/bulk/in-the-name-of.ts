import { permissionsOf } from "#lib/auth/roles";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { membershipOf } from "#lib/people/members";
import { permissionFor } from "./acts.ts";
import type { BulkRun } from "./run.ts";

/** The person whose run it is, as a member of today; null where they may do it no longer. */
export async function inTheNameOf(viewer: Viewer, { act, createdBy }: BulkRun): Promise<Viewer | null> {
  const { environment } = viewer;
  const membership = createdBy.id && (await membershipOf(environment.accountId, createdBy.id));
  if (!membership) return null;
  const permissions = permissionsOf(membership, environment.kind);
  return may({ permissions }, permissionFor[act.act]) ? { ...viewer, actor: createdBy, permissions } : null;
}
