import { isRole, type Role } from "#lib/auth/roles";
import type { TeamMember } from "#lib/people/members";

/** What the list of members is narrowed to. */
export interface TeamChoice {
  /** Part of a name or an email. */
  text?: string;
  role?: Role | "owner";
}

/** Reads the choice of an address; what makes no sense narrows nothing. */
export function readTeamChoice({ q, role }: { q?: string; role?: string }): TeamChoice {
  const known = role === "owner" || (role !== undefined && isRole(role)) ? role : undefined;
  return { text: q?.trim() || undefined, role: known };
}

/** The members that a choice leaves. */
export function narrowTeam(team: readonly TeamMember[], { text, role }: TeamChoice): TeamMember[] {
  const wanted = text?.toLowerCase();
  return team.filter(
    ({ name, email, roles, owner }) =>
      (wanted === undefined || `${name}\n${email}`.toLowerCase().includes(wanted)) &&
      (role === undefined || (role === "owner" ? owner : roles.includes(role))),
  );
}
