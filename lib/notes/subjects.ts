import { find, type IdentifiedTable } from "#db/rows";
import { customers, disputes, type notes, paymentIntents } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { authorize, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { paths } from "#lib/paths";

export type NoteRow = typeof notes.$inferSelect;
export type SubjectKind = NoteRow["subjectKind"];

/** What a note is about. */
export interface NoteSubject {
  kind: SubjectKind;
  id: string;
}

interface SubjectFacts {
  /** What it takes to see such an object, and so its notes. */
  sees: Permission;
  table: IdentifiedTable;
  path(viewer: Viewer, id: string): string;
}

const subjects: Record<SubjectKind, SubjectFacts> = {
  payment: { sees: "payments:read", table: paymentIntents, path: paths.payment },
  customer: { sees: "customers:read", table: customers, path: paths.customer },
  dispute: { sees: "disputes:read", table: disputes, path: paths.dispute },
};

/** The kinds of objects that can have notes. */
export const subjectKinds = ["payment", "customer", "dispute"] as const satisfies SubjectKind[];

/** The permission that lets somebody read the notes of such objects. */
export function permissionToSee(kind: SubjectKind): Permission {
  return subjects[kind].sees;
}

/** Where a note is read: the page of what it is about. */
export function pathOfSubject(viewer: Viewer, { kind, id }: NoteSubject): string {
  return subjects[kind].path(viewer, id);
}

/** Throws a 403 for who may not see such objects, a 404 for what is not this environment's. */
export async function assertVisible(
  viewer: Viewer,
  handle: Handle,
  { kind, id }: NoteSubject,
): Promise<void> {
  authorize(viewer, permissionToSee(kind));
  if (!(await find(handle, subjects[kind].table, id))) throw notFound(kind, id);
}
