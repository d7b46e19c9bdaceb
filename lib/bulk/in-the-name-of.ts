import { permissionsOf } from "#lib/auth/roles";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { concealFor } from "#lib/discretion/masked-roles";
import { membershipOf } from "#lib/people/members";
import { permissionFor } from "./acts.ts";
import type { BulkRun } from "./run.ts";

/** The person whose run it is, as a member of today; null where they may do it no longer. */
export async function inTheNameOf(viewer: Viewer, { act, createdBy }: BulkRun): Promise<Viewer | null> {
  const { environment } = viewer;
  const membership = createdBy.id && (await membershipOf(environment.accountId, createdBy.id));
  if (!membership) return null;
  const permissions = permissionsOf(membership, environment.kind);
  if (!may({ permissions }, permissionFor[act.act])) return null;
  return { ...viewer, actor: createdBy, permissions, conceal: await concealFor(viewer, membership) };
}
