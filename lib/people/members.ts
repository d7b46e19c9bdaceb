import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { accounts, environments, members, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Membership } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import type { KnownOfPerson } from "./password.ts";

export interface TeamMember extends Membership {
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  createdAt: number;
}

/** A place somebody may go: an environment of an account they are a member of. */
export interface Reachable extends Membership {
  accountId: string;
  accountName: string;
  environmentId: number;
  kind: "live" | "test";
  name: string;
  slug: string;
  locked: boolean;
}

/** A person's roles in an account; undefined for who is not a member, and once it is closed. */
export async function membershipOf(accountId: string, personId: string): Promise<Membership | undefined> {
  const statement = (await globalReader()).prepared("membership", (db) =>
    db
      .select({ roles: members.roles, owner: members.owner })
      .from(members)
      .innerJoin(accounts, and(eq(accounts.id, members.accountId), isNull(accounts.closedAt)))
      .where(
        and(
          eq(members.accountId, sql.placeholder("accountId")),
          eq(members.personId, sql.placeholder("personId")),
        ),
      )
      .prepare(),
  );
  const [membership] = await statement.execute({ accountId, personId });
  return membership;
}

/** Every environment of every open account the person is a member of, oldest account first, test before live. */
export async function environmentsOf(personId: string): Promise<Reachable[]> {
  const { db } = await globalReader();
  return db
    .select({
      accountId: accounts.id,
      accountName: accounts.name,
      environmentId: environments.id,
      kind: environments.kind,
      name: environments.name,
      slug: environments.slug,
      locked: environments.locked,
      roles: members.roles,
      owner: members.owner,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(environments, eq(environments.accountId, accounts.id))
    .where(and(eq(members.personId, personId), isNull(accounts.closedAt)))
    .orderBy(asc(members.createdAt), asc(accounts.id), desc(environments.kind), asc(environments.id));
}

/** What everybody knows of a person, and so does who guesses their password. */
export async function knownOf({ id, email }: { id: string; email: string }): Promise<KnownOfPerson> {
  return { email, accounts: (await environmentsOf(id)).map(({ accountName }) => accountName) };
}

/** The people of the viewer's account, the owner first, then by name. Needs members:read. */
export async function listTeam(viewer: Viewer): Promise<TeamMember[]> {
  return teamWhere(viewer, undefined);
}

/** One of them; undefined for who is no member. Needs members:read. */
export async function teamMember(viewer: Viewer, personId: string): Promise<TeamMember | undefined> {
  const [member] = await teamWhere(viewer, eq(members.personId, personId));
  return member;
}

async function teamWhere(viewer: Viewer, condition: SQL | undefined): Promise<TeamMember[]> {
  authorize(viewer, "members:read");
  return membersOf(viewer.environment.accountId, condition);
}

/** The people of an account, the owner first, then by name. For who authorized already. */
export async function membersOf(accountId: string, condition?: SQL): Promise<TeamMember[]> {
  const { db } = await globalReader();
  return db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      phone: people.phone,
      createdAt: members.createdAt,
      roles: members.roles,
      owner: members.owner,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, accountId), condition))
    .orderBy(desc(members.owner), asc(people.name));
}
