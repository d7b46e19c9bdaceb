import { members } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import type { Role } from "#lib/auth/roles";

export interface NewMember {
  accountId: string;
  personId: string;
  roles: Role[];
  owner?: boolean;
  at?: number;
}

/** Makes a person a member of an account: for setting accounts up, before there is anybody to ask. */
export async function addMember({ at = Date.now(), owner = false, ...member }: NewMember): Promise<void> {
  await globalTransaction((db) => db.insert(members).values({ ...member, owner, createdAt: at }));
}
