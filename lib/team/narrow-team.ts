import { isRole, type Role } from "#lib/auth/roles";
import type { TeamMember } from "#lib/people/members";
import { type Invitation, stateOfInvitation } from "./invitations.ts";

/** What the list of members is narrowed to. */
export interface TeamChoice {
  /** Part of a name or an email. */
  text?: string;
  role?: Role | "owner";
  status?: TeamStatus;
}

/** A member, or somebody invited whose invitation still stands or has expired. */
export const teamStatuses = ["member", "open", "expired"] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** Reads the choice of an address; what makes no sense narrows nothing. */
export function readTeamChoice({ q, role, status }: TypedTeamChoice): TeamChoice {
  const known = role === "owner" || (role !== undefined && isRole(role)) ? role : undefined;
  return {
    text: q?.trim() || undefined,
    role: known,
    status: teamStatuses.find((each) => each === status),
  };
}

interface TypedTeamChoice {
  q?: string;
  role?: string;
  status?: string;
}

/** The members that a choice leaves. */
export function narrowTeam(team: readonly TeamMember[], choice: TeamChoice): TeamMember[] {
  if (choice.status !== undefined && choice.status !== "member") return [];
  return team.filter((member) => fits(member, choice));
}

/** The invitations that a choice leaves. */
export function narrowInvitations<Listed extends Invitation>(
  invitations: readonly Listed[],
  choice: TeamChoice,
): Listed[] {
  return invitations.filter(
    (invitation) =>
      (choice.status === undefined || choice.status === stateOfInvitation(invitation)) &&
      fits({ name: "", email: invitation.email, roles: invitation.roles, owner: false }, choice),
  );
}

function fits(
  { name, email, roles, owner }: Pick<TeamMember, "name" | "email" | "roles" | "owner">,
  { text, role }: TeamChoice,
): boolean {
  const isNamed = text === undefined || `${name}\n${email}`.toLowerCase().includes(text.toLowerCase());
  return isNamed && (role === undefined || (role === "owner" ? owner : roles.includes(role)));
}
