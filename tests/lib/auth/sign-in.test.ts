import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { auditLines, members, signInFailures } from "#db/schema/index";
import { globalReader, globalTransaction } from "#db/transaction";
import { systemChain } from "#lib/audit/audit";
import {
  findSession,
  longestIdle,
  longestSession,
  openSessions,
  revokeOtherSessions,
} from "#lib/auth/sessions";
import { signIn, signOut } from "#lib/auth/sign-in";
import { day, hour, minute } from "#lib/clock";
import { addMember } from "#lib/people/add-member";
import { createPerson } from "#lib/people/create-person";
import type { Person } from "#lib/people/people";
import { aWorld } from "#tests/support/world";

const password = "a good long password";
let people = 0;

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

describe("a password", () => {
  test("of the right person begins a session that names browser and address", async () => {
    const { person } = await aMember();
    const answer = await attempt(person.email, password, "198.51.100.1");
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.person.id).toBe(person.id);
    expect(answer.session.id).toMatch(/^ses_[0-9A-Za-z]{33}$/);
    expect(await findSession(answer.session.id, person.id)).toMatchObject({
      session: { address: "198.51.100.1", userAgent: "Test browser" },
    });
  });

  test("counts whatever the email's case", async () => {
    const { person } = await aMember();
    expect(await attempt(` ${person.email.toUpperCase()} `, password)).toMatchObject({ ok: true });
  });

  test("that is wrong is answered exactly like an unknown email", async () => {
    const { person } = await aMember();
    const wrong = await attempt(person.email, "not the password");
    const unknown = await attempt("nobody@nowhere.test", "not the password");
    expect(wrong).toEqual({ ok: false, reason: "wrong" });
    expect(unknown).toEqual(wrong);
  });

  test("is checked for as long when the email is unknown", async () => {
    const { person } = await aMember();
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round++) {
      known.push(await duration(() => attempt(person.email, "not the password", null)));
      unknown.push(await duration(() => attempt(`nobody${round}@nowhere.test`, "not the password", null)));
    }
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
    expect(median(unknown)).toBeLessThan(median(known) * 3);
  });

  test("is compared whole and as typed", async () => {
    const { person } = await aMember();
    for (const typed of [`${password} `, password.toUpperCase(), password.slice(0, -1)]) {
      expect(await attempt(person.email, typed)).toEqual({ ok: false, reason: "wrong" });
    }
  });

  test("counts however old it is", async () => {
    const { person } = await aMember();
    vi.setSystemTime(Date.now() + 5 * 365 * day);
    expect(await attempt(person.email, password)).toMatchObject({ ok: true });
  });

  test("is stored as an argon2id hash only", async () => {
    const { person } = await aMember();
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("failures", () => {
  test("make the sixth try for one email wait, also with the right password", async () => {
    const { person } = await aMember();
    for (let tries = 0; tries < 5; tries++) await attempt(person.email, "wrong");
    expect(await attempt(person.email, password)).toEqual({
      ok: false,
      reason: "throttled",
      until: Date.now() + minute / 2,
    });
  });

  test("make an unknown email wait just the same", async () => {
    for (let tries = 0; tries < 5; tries++) await attempt("ghost@nowhere.test", "wrong");
    expect(await attempt("ghost@nowhere.test", "wrong")).toMatchObject({ reason: "throttled" });
  });

  test("cost twice as long each time, a quarter of an hour at most", async () => {
    const { person } = await aMember();
    for (let tries = 0; tries < 5; tries++) await attempt(person.email, "wrong");
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const answer = await attempt(person.email, "wrong");
      if (answer.ok || answer.reason !== "throttled") throw new Error("not throttled");
      waits.push((answer.until - Date.now()) / minute);
      vi.setSystemTime(answer.until);
      await attempt(person.email, "wrong");
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15]);
  });

  test("sent at once count one by one", async () => {
    const { person } = await aMember();
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(person.email, "wrong")));
    const looked = answers.filter((answer) => !answer.ok && answer.reason === "wrong");
    expect(looked).toHaveLength(5);
  });

  test("are forgotten after the wait and a right password", async () => {
    const { person } = await aMember();
    for (let tries = 0; tries < 5; tries++) await attempt(person.email, "wrong");
    vi.setSystemTime(Date.now() + minute);
    expect(await attempt(person.email, password)).toMatchObject({ ok: true });
    for (let tries = 0; tries < 4; tries++) await attempt(person.email, "wrong");
    expect(await attempt(person.email, password)).toMatchObject({ ok: true });
  });

  test("from one address wait together, whatever the email", async () => {
    for (let tries = 0; tries < 30; tries++)
      await attempt(`someone${tries}@nowhere.test`, "wrong", "203.0.113.9");
    expect(await attempt("another@nowhere.test", "wrong", "203.0.113.9")).toMatchObject({
      reason: "throttled",
    });
    expect(await attempt("another@nowhere.test", "wrong", "203.0.113.10")).toMatchObject({ reason: "wrong" });
  });

  test("from one IPv6 network count as one address", async () => {
    await attempt("v6@nowhere.test", "wrong", "2001:db8:1:2::1");
    await attempt("v6@nowhere.test", "wrong", "2001:db8:1:2:ffff::2");
    const { db } = await globalReader();
    const [row] = await db
      .select()
      .from(signInFailures)
      .where(eq(signInFailures.key, "address:2001:db8:1:2"));
    expect(row?.failures).toBe(2);
  });

  test("do not reset an address by signing in to an account of one's own", async () => {
    const { person } = await aMember();
    for (let tries = 0; tries < 29; tries++)
      await attempt(`other${tries}@nowhere.test`, "wrong", "203.0.113.77");
    expect(await attempt(person.email, password, "203.0.113.77")).toMatchObject({ ok: true });
    await attempt("last@nowhere.test", "wrong", "203.0.113.77");
    expect(await attempt(person.email, password, "203.0.113.77")).toMatchObject({ reason: "throttled" });
  });
});

describe("a session", () => {
  test("ends after twelve hours unused", async () => {
    const { session, person } = await aSession();
    vi.setSystemTime(Date.now() + longestIdle - minute);
    expect(await findSession(session.id, person.id)).not.toBeNull();
    vi.setSystemTime(Date.now() + longestIdle + 1);
    expect(await findSession(session.id, person.id)).toBeNull();
  });

  test("ends after fourteen days, however busy", async () => {
    const { session, person } = await aSession();
    const end = Date.now() + longestSession;
    while (Date.now() + 6 * hour < end) {
      vi.setSystemTime(Date.now() + 6 * hour);
      expect(await findSession(session.id, person.id)).not.toBeNull();
    }
    vi.setSystemTime(end);
    expect(await findSession(session.id, person.id)).toBeNull();
    expect(longestSession).toBe(14 * day);
  });

  test("notes its use once a minute", async () => {
    const { session, person } = await aSession();
    const begun = session.lastSeenAt;
    vi.setSystemTime(begun + minute - 1);
    await findSession(session.id, person.id);
    expect((await findSession(session.id, person.id))?.session.lastSeenAt).toBe(begun);
    vi.setSystemTime(begun + minute);
    await findSession(session.id, person.id);
    expect((await findSession(session.id, person.id))?.session.lastSeenAt).toBe(begun + minute);
  });

  test("is nobody else's", async () => {
    const { session } = await aSession();
    const { person: other } = await aMember();
    expect(await findSession(session.id, other.id)).toBeNull();
  });

  test("ends at once by signing out, and signing out twice is no mistake", async () => {
    const { session, person, accountId } = await aSession();
    await signOut(session.id, person.id, nowhere);
    await signOut(session.id, person.id, nowhere);
    expect(await findSession(session.id, person.id)).toBeNull();
    expect(await actions(accountId, person.id)).toEqual(["session.started", "session.ended"]);
  });

  test("survives when all the others of its person are ended", async () => {
    const { person } = await aMember();
    const [kept, other] = [await attempt(person.email, password), await attempt(person.email, password)];
    if (!kept.ok || !other.ok) throw new Error("not signed in");
    await globalTransaction((db) => revokeOtherSessions(db, person.id, kept.session.id));
    expect((await openSessions(person.id)).map(({ id }) => id)).toEqual([kept.session.id]);
    expect(await findSession(other.session.id, person.id)).toBeNull();
  });
});

describe("the audit log", () => {
  test("has a line in each account of who signs in", async () => {
    const { person, accountId } = await aMember();
    const elsewhere = await aWorld();
    await addMember({
      accountId: elsewhere.environment.accountId,
      personId: person.id,
      roles: ["view_only"],
    });
    await attempt(person.email, password);
    for (const chain of [accountId, elsewhere.environment.accountId]) {
      expect(await actions(chain, person.id)).toEqual(["session.started"]);
    }
  });

  test("keeps the email of a failure, but nothing that may be a password", async () => {
    await attempt("typo@nowhere.test", "wrong");
    await attempt("my secret password", "wrong");
    const { db } = await globalReader();
    const lines = await db.select().from(auditLines).where(eq(auditLines.chain, systemChain));
    expect(lines.map(({ subject }) => subject)).toContain("typo@nowhere.test");
    expect(JSON.stringify(lines)).not.toContain("my secret password");
  });
});

const nowhere = { address: null, userAgent: null };

function attempt(email: string, typed: string, address: string | null = null) {
  return signIn({ email, password: typed, address, userAgent: "Test browser" });
}

async function aMember(): Promise<{ person: Person; accountId: string }> {
  const { environment } = await aWorld();
  const person = await createPerson({ email: `person${people++}@business.test`, name: "Ada", password });
  await addMember({ accountId: environment.accountId, personId: person.id, roles: ["view_only"] });
  const { db } = await globalReader();
  expect(await db.select().from(members).where(eq(members.personId, person.id))).toHaveLength(1);
  return { person, accountId: environment.accountId };
}

async function aSession() {
  const member = await aMember();
  const answer = await attempt(member.person.email, password);
  if (!answer.ok) throw new Error(answer.reason);
  return { ...member, session: answer.session };
}

async function actions(chain: string, subject: string): Promise<string[]> {
  const { db } = await globalReader();
  const lines = await db
    .select()
    .from(auditLines)
    .where(eq(auditLines.chain, chain))
    .orderBy(auditLines.sequence);
  return lines.filter((line) => line.subject === subject).map(({ action }) => action);
}

async function duration(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
