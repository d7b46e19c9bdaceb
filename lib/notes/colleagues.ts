import { may } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { listTeam, type TeamMember } from "#lib/people/members";
import type { Mentionable } from "./mentions.ts";
import { permissionToSee, type SubjectKind } from "./subjects.ts";

/** The colleagues who may see such an object, and so can be mentioned there; the viewer is not among them. */
export async function mentionable(viewer: Viewer, kind: SubjectKind): Promise<Mentionable[]> {
  const team = await listTeam(viewer);
  return team.filter((member) => member.personId !== viewer.actor.id && maySee(viewer, member, kind));
}

/** Whether a member may read notes on such objects here. */
export function maySee({ environment }: Viewer, member: TeamMember, kind: SubjectKind): boolean {
  return may({ permissions: permissionsOf(member, environment.kind) }, permissionToSee(kind));
}
