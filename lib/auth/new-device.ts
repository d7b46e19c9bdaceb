import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { sessions } from "#db/schema/index";
import { translator } from "#lib/i18n/translator";
import { formatDateTime } from "#lib/i18n/format";
import { browserName } from "#lib/people/browser-name";
import type { Person } from "#lib/people/people";
import { writeToPerson } from "#lib/people/write-to-person";
import type { Origin } from "./sessions.ts";

const remembered = 200;

/** Writes to somebody who signs in with a browser they have not used before. Not the first time: then all is new. */
export async function tellOfNewDevice(db: Db, person: Person, origin: Origin): Promise<void> {
  const earlier = await db
    .select({ userAgent: sessions.userAgent })
    .from(sessions)
    .where(eq(sessions.personId, person.id))
    .orderBy(desc(sessions.createdAt))
    .limit(remembered);
  const device = deviceOf(origin.userAgent);
  if (earlier.length === 0 || earlier.some(({ userAgent }) => deviceOf(userAgent) === device)) return;
  await writeToPerson(person, (language) => {
    const t = translator(language, "letters");
    const timeZone = person.timeZone ?? "UTC";
    return {
      kind: "new_device",
      letter: {
        title: t("newDevice.title"),
        introduction: t("newDevice.text"),
        lines: [
          { label: t("newDevice.device"), value: device || t("newDevice.unknown") },
          { label: t("newDevice.address"), value: origin.address ?? t("newDevice.unknown") },
          {
            label: t("newDevice.at"),
            value: `${formatDateTime(Date.now(), { locale: language, timeZone })} (${timeZone})`,
          },
        ],
        foot: [t("newDevice.unexpected")],
      },
      link: { label: t("newDevice.link"), path: "/" },
    };
  });
}

/** Browser and system, so that an update is no new device. */
function deviceOf(userAgent: string | null): string {
  const name = browserName(userAgent);
  return name ? `${name.browser}, ${name.system}` : (userAgent ?? "").slice(0, 80);
}
