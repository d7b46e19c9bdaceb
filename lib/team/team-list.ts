import { eq } from "drizzle-orm";
import { environments } from "#db/schema/index";
import { globalReader, type Scope } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import { createdWithin, type Days, readDays } from "#lib/lists/days";
import type { Text } from "#lib/lists/filters/text-filter";
import { type ListSource, type Reading, readingOf, type Sorted } from "#lib/lists/list-source";
import { pageOfAll } from "#lib/lists/page-of-all";
import { oneOf } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { type Standing, standings, standingsOf } from "./explain-roles.ts";
import {
  invitationEntries,
  memberEntries,
  type TeamEntry,
  type TeamStatus,
  teamStatuses,
} from "./team-entries.ts";

/** What the address of the team asks for, understood. */
export interface TeamQuery extends Sorted, Text, Days {
  /** Any of these. */
  standings: Standing[];
  statuses: TeamStatus[];
}

/** A page is long enough for most teams to be seen at once. */
const pageSize = 100;

/** The people of an account, and for who may invite who was invited. They are few: all of them are read. */
export const teamList: ListSource<TeamEntry, TeamQuery> = {
  name: "team",
  permission: "members:read",
  path: paths.team,
  params: ["q", "role", "status", "date", "from", "to"],
  sorts: ["name_up", "name_down", "newest", "oldest"],
  read: (reader, _reading, sort) => ({
    text: reader.one("q", (text) => (text.length <= 100 ? text : null)),
    standings: reader.many("role", oneOf(standings)),
    statuses: reader.many("status", oneOf(teamStatuses)),
    ...readDays(reader),
    sort,
  }),
  write: ({ text, standings: role, statuses: status, period, from, to }) => ({
    ...{ q: text, role, status },
    ...{ date: period, from, to },
  }),
  page: async (viewer, query, request) => {
    authorize(viewer, "members:read");
    const { accountId } = viewer.environment;
    return pageOfAll(await teamOf(accountId, query, readingOf(viewer)), { ...request, size: pageSize });
  },
  sum: async (scope, query, reading) => {
    const team = await teamOf(await accountOf(scope), query, reading);
    return [{ currency: null, count: team.length, amount: 0 }];
  },
  lets() {
    throw new RangeError("The team belongs to an account, not to an environment");
  },
};

/** Everybody whom a query lets pass, in its order. For who authorized already. */
export async function teamOf(accountId: string, query: TeamQuery, reading: Reading): Promise<TeamEntry[]> {
  const members = await memberEntries(accountId);
  const invited = reading.seesInvitations ? await invitationEntries(accountId) : [];
  return [...members, ...invited].filter(fits(query, reading)).sort(inOrder(query, reading));
}

function fits(query: TeamQuery, reading: Reading): (entry: TeamEntry) => boolean {
  const { statuses } = query;
  const text = query.text?.toLowerCase() ?? "";
  const { createdFrom = -Infinity, createdUntil = Infinity } = createdWithin(query, reading);
  return ({ name, email, roles, owner, status, createdAt }) =>
    `${name ?? ""}\n${email}`.toLowerCase().includes(text) &&
    (query.standings.length === 0 ||
      standingsOf({ owner, roles }).some((each) => query.standings.includes(each))) &&
    (statuses.length === 0 || statuses.includes(status)) &&
    createdAt >= createdFrom &&
    createdAt < createdUntil;
}

/** By name the owner comes first, and who has none yet goes by their email. */
function inOrder({ sort }: TeamQuery, { locale }: Reading): (a: TeamEntry, b: TeamEntry) => number {
  const { compare } = new Intl.Collator(locale);
  const byName = (a: TeamEntry, b: TeamEntry) =>
    Number(b.owner) - Number(a.owner) || compare(a.name ?? a.email, b.name ?? b.email);
  const byAge = (a: TeamEntry, b: TeamEntry) => a.createdAt - b.createdAt || byName(a, b);
  const order = sort.startsWith("name") ? byName : byAge;
  return sort === "name_down" || sort === "newest" ? (a, b) => order(b, a) : order;
}

async function accountOf({ environmentId }: Scope): Promise<string> {
  const { db } = await globalReader();
  const [row] = await db
    .select({ accountId: environments.accountId })
    .from(environments)
    .where(eq(environments.id, environmentId));
  return row?.accountId ?? "";
}
