import type { Membership } from "#lib/auth/roles";
import { membersOf } from "#lib/people/members";
import { invitationsOf, stateOfInvitation } from "./invitations.ts";

/** A member, or somebody invited whose invitation still stands or has expired. */
export const teamStatuses = ["member", "open", "expired"] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** Somebody on the team's list. Who was invited has no name yet; what is of invitations, members do not have. */
export interface TeamEntry extends Membership {
  id: string;
  createdAt: number;
  name: string | null;
  email: string;
  phone: string | null;
  status: TeamStatus;
  inviterName: string | null;
  expiresAt: number | null;
}

/** The members of an account: the owner first, then by name. For who authorized already. */
export async function memberEntries(accountId: string): Promise<TeamEntry[]> {
  return (await membersOf(accountId)).map(({ personId, ...member }) => ({
    ...member,
    id: personId,
    status: "member",
    inviterName: null,
    expiresAt: null,
  }));
}

/** Who was invited to an account and has not come yet, oldest first. For who authorized already. */
export async function invitationEntries(accountId: string): Promise<TeamEntry[]> {
  return (await invitationsOf(accountId)).map(
    ({ id, createdAt, email, roles, inviterName, expiresAt, ...times }) => ({
      ...{ id, createdAt, email, roles, inviterName, expiresAt },
      name: null,
      phone: null,
      owner: false,
      status: stateOfInvitation({ ...times, expiresAt }) === "open" ? "open" : "expired",
    }),
  );
}
