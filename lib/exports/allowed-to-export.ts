import { may, type Permission } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { isDiscreet } from "#lib/discretion/masked-roles";
import { membershipOf } from "#lib/people/members";
import { exportChoices } from "./choices.ts";
import type { Dataset } from "./dataset.ts";
import { datasets } from "./datasets/all.ts";
import type { ExportRow } from "./queries.ts";

/** What whose export it is may see. */
export interface Allowed {
  permissions: Permission[];
  /** Personal fields are hidden from them. */
  discreet: boolean;
}

/** What whose export it is may see now; null once they may no longer have it, as who was removed. */
export async function allowedToExport(
  viewer: Viewer,
  { personId, choices }: ExportRow,
): Promise<Allowed | null> {
  const { environment } = viewer;
  const membership = await membershipOf(environment.accountId, personId);
  if (!membership) return null;
  const permissions = permissionsOf(membership, environment.kind);
  const { dataset, columns } = exportChoices.parse(choices);
  const { permission, columns: all }: Dataset = datasets[dataset];
  const needed = columns.flatMap((heading) => all[heading]?.permission ?? []);
  const allowed = ["exports:read" as const, permission, ...needed].every((each) =>
    may({ permissions }, each),
  );
  return allowed ? { permissions: [...permissions], discreet: await isDiscreet(viewer, membership) } : null;
}
