import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { people, sessions } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import { day, hour, minute } from "#lib/clock";
import { idOf, randomText } from "#lib/ids";
import type { Person } from "#lib/people/people";
import { endEmailChange } from "./link-tokens.ts";
import type { Viewer } from "./viewer.ts";

export type Session = typeof sessions.$inferSelect;

/** Somebody whose cookie was checked against the table of sessions, in this request. */
export interface SignedIn {
  session: Session;
  person: Person;
}

/** Where a request comes from. */
export interface Origin {
  address: string | null;
  userAgent: string | null;
}

/** Where the viewer's own request comes from. */
export function viewerOrigin({ request }: Pick<Viewer, "request">): Origin {
  return { address: request?.address ?? null, userAgent: request?.userAgent ?? null };
}

/** A session ends after this long in all, or unused, whichever comes first. */
export const longestSession = 14 * day;
export const longestIdle = 12 * hour;
const longestWait = 15 * minute;

/** Begins a session for who has proved to be this person. Its id has 130 random bits: it stands for them. */
export async function startSession(
  db: Db,
  personId: string,
  { address, userAgent }: Origin,
  waitsFor: Session["waitsFor"] = null,
): Promise<Session> {
  const now = Date.now();
  const session: Session = {
    id: idOf("ses", now, 0, randomText(22)),
    personId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + longestSession,
    revokedAt: null,
    address,
    userAgent: userAgent?.slice(0, 400) ?? null,
    waitsFor,
    provedAt: now,
  };
  await db.insert(sessions).values(session);
  return session;
}

/** The session behind a cookie and whose it is; null once it has ended, was revoked, or is somebody else's. */
export async function findSession(id: string, personId: string): Promise<SignedIn | null> {
  const statement = (await globalReader()).prepared("session", (db) =>
    db
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, sql.placeholder("id")), eq(sessions.personId, sql.placeholder("personId"))))
      .prepare(),
  );
  const [found] = await statement.execute({ id, personId });
  if (!found || !isOpen(found.session) || found.session.waitsFor !== null) return null;
  await touch(found.session);
  return found;
}

/** The session of somebody who gave their password and has yet to prove more, for a quarter of an hour. */
export async function findWaitingSession(id: string, personId: string): Promise<SignedIn | null> {
  const { db } = await globalReader();
  const [found] = await db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNotNull(sessions.waitsFor)));
  if (!found || !isOpen(found.session)) return null;
  return found.session.createdAt > Date.now() - longestWait ? found : null;
}

/** A person's open sessions, the most recently used first. */
export async function openSessions(personId: string): Promise<Session[]> {
  const now = Date.now();
  const { db } = await globalReader();
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        isNull(sessions.waitsFor),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - longestIdle),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends one session of this person, which is the answer; undefined when they have no such open session. */
export async function revokeSession(db: Db, personId: string, id: string): Promise<Session | undefined> {
  const [revoked] = await db
    .update(sessions)
    .set({ revokedAt: Date.now() })
    .where(and(eq(sessions.personId, personId), eq(sessions.id, id), isNull(sessions.revokedAt)))
    .returning();
  return revoked;
}

/** Ends every session of this person but the one they are using, and a change of email that one of them began; how many. */
export async function revokeOtherSessions(db: Db, personId: string, keptId: string): Promise<number> {
  const revoked = await db
    .update(sessions)
    .set({ revokedAt: Date.now() })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, keptId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  await endEmailChange(db, personId);
  return revoked.length;
}

/** Ends every session of this person, and a change of email that one of them began; how many. */
export async function revokeAllSessions(db: Db, personId: string): Promise<number> {
  const revoked = await db
    .update(sessions)
    .set({ revokedAt: Date.now() })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  await endEmailChange(db, personId);
  return revoked.length;
}

function isOpen(session: Session): boolean {
  const now = Date.now();
  return session.revokedAt === null && session.expiresAt > now && session.lastSeenAt > now - longestIdle;
}

/** At most one write a minute, however busy the person is. */
async function touch({ id, lastSeenAt }: Session): Promise<void> {
  const now = Date.now();
  if (now - lastSeenAt < minute) return;
  await globalTransaction((db) => db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id)));
}
