import { eq } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { members } from "#db/schema/index";
import { permissionsOf } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { conflict, notFound } from "#lib/errors";
import { type TeamMember, teamMember } from "#lib/people/members";

/** Why nobody but the person, or nobody at all, may change this membership; null where one may. */
export function whyNotChangeable(viewer: Viewer, member: Pick<TeamMember, "personId" | "owner">) {
  if (member.owner) return "owner" as const;
  return member.personId === viewer.actor.id ? ("yourself" as const) : null;
}

/** The member whose roles are to be changed or taken. Not the owner, and not the viewer: nobody locks themselves out. */
export async function changeableMember(viewer: Viewer, personId: string): Promise<TeamMember> {
  const member = await teamMember(viewer, personId);
  if (!member) throw notFound("member", personId, "personId");
  const why = whyNotChangeable(viewer, member);
  if (why === "owner") {
    throw conflict("The owner stays until they hand the account over.", "member_owner");
  }
  if (why) throw conflict("Ask another administrator to change your own roles.", "member_yourself");
  return member;
}

/** Throws when a change would leave nobody who can name administrators: asked after it, in its transaction. */
export async function assertAdminStays(db: Db, accountId: string): Promise<void> {
  const rest = await db
    .select({ roles: members.roles, owner: members.owner })
    .from(members)
    .where(eq(members.accountId, accountId));
  if (rest.some((member) => permissionsOf(member, "live").has("admins:grant"))) return;
  throw conflict("The account needs one administrator.", "member_last_admin");
}
