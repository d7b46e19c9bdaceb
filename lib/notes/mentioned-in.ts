import type { Mention } from "#db/schema/notes";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { listTeam } from "#lib/people/members";
import { maySee } from "./colleagues.ts";
import { mentionsIn } from "./mentions.ts";
import type { SubjectKind } from "./subjects.ts";

/** The members a note mentions. Throws where one of them may not see what it is about: they could not read it. */
export async function mentionedIn(viewer: Viewer, kind: SubjectKind, text: string): Promise<Mention[]> {
  const team = await listTeam(viewer);
  const mentions = mentionsIn(text, team);
  for (const { personId, name } of mentions) {
    const member = team.find((each) => each.personId === personId);
    if (!member || maySee(viewer, member, kind)) continue;
    throw invalid(
      `${name} may not see this, and cannot be told of it. Take the @ away to write the name only.`,
      {
        code: "mention_may_not_see",
        param: "text",
      },
    );
  }
  return mentions;
}
