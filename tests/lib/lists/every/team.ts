import fc from "fast-check";
import { invitations, members, people } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { openKeyOf } from "#lib/team/invitations";
import { teamStatuses } from "#lib/team/team-entries";
import { choice, created, moments, one, type Order, type Row, text, textIn } from "./asks.ts";
import type { Listing } from "./listing.ts";

/** More than stand on one page. */
const many = 130;
const roles = ["analyst", "developer", "view_only"] as const;
const statuses = [...teamStatuses, "accepted"] as const;
type Status = (typeof statuses)[number];

const colleagues = fc.record({
  createdAt: moments,
  name: text,
  roles: fc.subarray([...roles], { minLength: 1 }),
  status: fc.constantFrom<Status>("member", "member", ...statuses),
});

/** The people of the account and who was invited to it, which belong to no environment. */
export function teamListing(): Promise<Listing> {
  return Promise.resolve({
    fill,
    pageSize: 100,
    listed: ({ status }) => status !== "accepted",
    asks: [
      textIn("name", "email"),
      one("role", ["owner", ...roles], ({ standings }, word) => String(standings).split(",").includes(word)),
      choice("status", "status", teamStatuses),
      created,
    ],
    orders: {
      name_up: { of: byName, down: false },
      name_down: { of: byName, down: true },
      newest: byAge(true),
      oldest: byAge(false),
    },
  });
}

const byName = ({ place }: Row) => Number(place);
/** Who came at the same moment goes by their name. */
const byAge = (down: boolean): Order => ({ of: (row) => row.createdAt * 1000 + byName(row), down });

async function fill({ environment: { accountId } }: Viewer): Promise<Row[]> {
  const team = fc.sample(colleagues, { numRuns: many, seed: 4 }).map((one, at) => {
    const status: Status = at === 0 ? "member" : one.status;
    const name = status === "member" ? `${one.name} ${at}` : null;
    const email = `${status === "member" ? "p" : "Sunny.p"}${at}.${accountId}@team.test`;
    const [owner, id] = [at === 0, `row_${at}_${accountId}`];
    const standings = [...(owner ? ["owner"] : []), ...one.roles];
    return { ...one, id, name, email, status, owner, standings };
  });
  for (const one of team) await add(accountId, { ...one, inviter: team[0]?.id ?? "" });
  const { compare } = new Intl.Collator("en");
  return team
    .toSorted((a, b) => Number(b.owner) - Number(a.owner) || compare(a.name ?? a.email, b.name ?? b.email))
    .map((one, place) => ({ ...one, place }));
}

interface Colleague {
  id: string;
  createdAt: number;
  name: string | null;
  email: string;
  roles: string[];
  status: Status;
  owner: boolean;
  inviter: string;
}

function add(accountId: string, { status, owner, inviter, ...one }: Colleague): Promise<void> {
  const { id, createdAt, email, name } = one;
  return globalTransaction(async (db) => {
    if (name !== null) {
      await db.insert(people).values({ id, createdAt, email, name, passwordHash: "", demo: false });
      await db.insert(members).values({ accountId, personId: id, createdAt, roles: one.roles, owner });
      return;
    }
    await db.insert(invitations).values({
      ...{ id, accountId, createdAt, email, roles: one.roles, invitedBy: inviter, hash: id },
      expiresAt: Date.now() + (status === "expired" ? -day : day),
      openKey: status === "accepted" ? null : openKeyOf(accountId, email),
      acceptedAt: status === "accepted" ? createdAt : null,
    });
  });
}
