import { inArray } from "drizzle-orm";
import { apiKeys, invitations, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { isRole } from "#lib/auth/roles";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { AuditLine } from "./hash.ts";

type About = Pick<AuditLine, "subject" | "before" | "after">;

/** What ids in the lines of a history are called; what has no name is not in it. */
export type Names = ReadonlyMap<string, string>;

/**
 * The names of the people, keys and roles that lines are about, and whom invitations were for. For who may read the
 * lines.
 */
export async function namesIn(lines: About[], locale: Locale): Promise<Names> {
  const subjects = [...new Set(lines.flatMap(idsIn))];
  const those = (prefix: string) => subjects.map(bareId).filter((id) => id.startsWith(prefix));
  const { db } = await globalReader();
  const named = await Promise.all([
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, those("per_"))),
    db
      .select({ id: invitations.id, name: invitations.email })
      .from(invitations)
      .where(inArray(invitations.id, those("inv_"))),
    db
      .select({ id: apiKeys.id, name: apiKeys.name })
      .from(apiKeys)
      .where(inArray(apiKeys.id, those("mk_"))),
  ]);
  const names = new Map(named.flat().map(({ id, name }) => [id, name]));
  return new Map(
    subjects.flatMap((subject) => {
      const name = roleName(subject, locale) ?? names.get(bareId(subject));
      return name === undefined ? [] : [[subject, name]];
    }),
  );
}

/** Whom a refund limit is about stands behind what it is: `person:per_…`. */
function bareId(subject: string): string {
  return subject.replace(/^(?:person|key):/, "");
}

function roleName(subject: string, locale: Locale): string | undefined {
  const role = subject.replace(/^role:/, "");
  return role !== subject && isRole(role) ? translator(locale, "roles")(`name.${role}`) : undefined;
}

/** Where Comptoir alone writes ids: what people typed names nobody. */
function idsIn({ subject, before, after }: About): string[] {
  return [subject, before?.["owner"], after?.["owner"]].filter((id) => typeof id === "string");
}
