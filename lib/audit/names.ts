import { inArray } from "drizzle-orm";
import { apiKeys, invitations, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { AuditLine } from "./hash.ts";

type About = Pick<AuditLine, "subject" | "before" | "after">;

/** What ids in the lines of a history are called; what has no name is not in it. */
export type Names = ReadonlyMap<string, string>;

/** The names of the people and keys that lines are about, and whom invitations were for. For who may read the lines. */
export async function namesIn(lines: About[]): Promise<Names> {
  const ids = [...new Set(lines.flatMap(idsIn))];
  const those = (prefix: string) => ids.filter((id) => id.startsWith(prefix));
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
  return new Map(named.flat().map(({ id, name }) => [id, name]));
}

/** Where Comptoir alone writes ids: what people typed names nobody. */
function idsIn({ subject, before, after }: About): string[] {
  return [subject, before?.["owner"], after?.["owner"]].filter((id) => typeof id === "string");
}
