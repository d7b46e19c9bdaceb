import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { members, notificationChoices, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { Permission } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { type NotificationKind, notifications } from "./kinds.ts";

/** A member who is written to. */
export interface Recipient {
  personId: string;
  email: string;
  language: Locale;
  permissions: ReadonlySet<Permission>;
  membership: Pick<typeof members.$inferSelect, "roles" | "owner">;
}

/** The members of an account who want to be told of a kind and may see what it takes, in one environment of it. */
export async function recipientsOf(
  environment: ViewedEnvironment,
  kind: NotificationKind,
  permission: Permission,
): Promise<Recipient[]> {
  const asked = { accountId: environment.accountId, kind };
  const database = await globalReader();
  const rows = notifications[kind].usual
    ? await database.prepared("team with choices", whole).execute(asked)
    : await database.prepared("team that chose", chosen).execute(asked);
  return rows
    .filter(({ wanted }) => wanted ?? notifications[kind].usual)
    .map(({ personId, email, locale, ...membership }) => ({
      personId,
      email,
      language: locale && isLocale(locale) ? locale : "en",
      permissions: permissionsOf(membership, environment.kind),
      membership,
    }))
    .filter(({ permissions }) => permissions.has(permission));
}

const columns = {
  personId: people.id,
  email: people.email,
  locale: people.locale,
  roles: members.roles,
  owner: members.owner,
  wanted: notificationChoices.wanted,
};

const ofMember = and(
  eq(notificationChoices.accountId, members.accountId),
  eq(notificationChoices.personId, members.personId),
);

function whole(db: Db) {
  const ofKind = eq(notificationChoices.kind, sql.placeholder("kind"));
  return db
    .select(columns)
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(notificationChoices, and(ofMember, ofKind))
    .where(eq(members.accountId, sql.placeholder("accountId")))
    .prepare();
}

/** Begins with the few who chose it, so that a payment nobody wants to hear of costs one look. */
function chosen(db: Db) {
  return db
    .select(columns)
    .from(notificationChoices)
    .innerJoin(members, ofMember)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(notificationChoices.accountId, sql.placeholder("accountId")),
        eq(notificationChoices.kind, sql.placeholder("kind")),
      ),
    )
    .prepare();
}
