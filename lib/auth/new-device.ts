import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { sessions } from "#db/schema/index";
import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { writeToPerson } from "#lib/people/write-to-person";
import { circumstances, deviceOf } from "./circumstances.ts";
import type { Origin } from "./sessions.ts";

const remembered = 200;

/** Writes to somebody who signs in with a browser they have not used before. Not the first time: then all is new. */
export async function tellOfNewDevice(db: Db, person: Person, origin: Origin): Promise<void> {
  const earlier = await db
    .select({ userAgent: sessions.userAgent })
    .from(sessions)
    // One that waits for a second step is this very sign-in, or one that was not carried through.
    .where(and(eq(sessions.personId, person.id), isNull(sessions.waitsFor)))
    .orderBy(desc(sessions.createdAt))
    .limit(remembered);
  const device = deviceOf(origin.userAgent);
  if (earlier.length === 0 || earlier.some(({ userAgent }) => deviceOf(userAgent) === device)) return;
  await writeToPerson(person, (language) => {
    const t = translator(language, "letters");
    return {
      kind: "new_device",
      letter: {
        title: t("newDevice.title"),
        introduction: t("newDevice.text"),
        lines: circumstances(person, origin, language),
        foot: [t("newDevice.unexpected")],
      },
      link: { label: t("newDevice.link"), path: "/" },
    };
  });
}
