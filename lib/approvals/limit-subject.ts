import { isRole } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { membershipOf } from "#lib/people/members";
import { keyOf } from "./keys-with-limits.ts";
import { type LimitSubject, refunds } from "./limits.ts";

/** Whom a text such as `role:analyst` is about; null for what is none. */
export function readSubject(text: string): LimitSubject | null {
  const [, kind, id] = /^(role|person|key):(\w+)$/.exec(text) ?? [];
  if (!id || (kind !== "role" && kind !== "person" && kind !== "key")) return null;
  return { kind, id };
}

/** Throws a 404 for who is not of this account, and says so of a role that cannot refund at all. */
export async function assertSubject(viewer: Viewer, { kind, id }: LimitSubject): Promise<void> {
  const { environment } = viewer;
  if (kind === "person" && !(await membershipOf(environment.accountId, id))) throw notFound("person", id);
  if (kind === "key" && !(await keyOf(viewer, id))) throw notFound("key", id);
  if (kind !== "role") return;
  if (!isRole(id)) throw notFound("role", id);
  if (!refunds(id, environment.kind)) {
    throw invalid("This role cannot refund at all, so it needs no limit.", { code: "role_without_refunds" });
  }
}

/** Whether there is somebody of this name to have limits. */
export async function isLimitSubject(viewer: Viewer, text: string): Promise<boolean> {
  const subject = readSubject(text);
  if (!subject) return false;
  if (subject.kind === "role") return isRole(subject.id) && refunds(subject.id, viewer.environment.kind);
  if (subject.kind === "key") return (await keyOf(viewer, subject.id)) !== undefined;
  return (await membershipOf(viewer.environment.accountId, subject.id)) !== undefined;
}
