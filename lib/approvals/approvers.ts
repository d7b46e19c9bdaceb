import { eq } from "drizzle-orm";
import { members, people } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Membership } from "#lib/auth/roles";
import type { Tx } from "#lib/auth/viewer";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { approves, limitRules } from "./limits.ts";

/** A member of the account, as letters and limits need to know them. */
export interface Colleague extends Membership {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
}

/** Everybody of the account who may approve refunds, but for one person. */
export async function approversBut(tx: Tx, personId: string): Promise<Colleague[]> {
  const rules = await limitRules(tx);
  const { kind } = tx.viewer.environment;
  const team = await colleagues(tx, tx.viewer.environment.accountId);
  return team.filter((member) => member.personId !== personId && approves(rules, member, kind));
}

/** Everybody of an account. */
export async function colleagues({ db }: Handle, accountId: string): Promise<Colleague[]> {
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      roles: members.roles,
      owner: members.owner,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.accountId, accountId))
    .orderBy(people.name);
  return rows.map((row) => ({ ...row, locale: row.locale && isLocale(row.locale) ? row.locale : "en" }));
}
