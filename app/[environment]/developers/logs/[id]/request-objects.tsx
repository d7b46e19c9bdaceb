import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { kindInAnswer, type RequestLogEntry } from "#lib/request-log/entry";
import { objectsOfRequest } from "#lib/request-log/queries";
import { pathOfObject } from "#lib/search/find-pasted";
import { Section } from "../../../../_ui/section";

/** What a change was about, each leading to where it is shown. */
export async function RequestObjects({ viewer, request }: { viewer: Viewer; request: RequestLogEntry }) {
  const ids = objectsOfRequest(viewer, request);
  if (ids.length === 0) return null;
  const pathOf = (id: string) => pathOfObject(viewer, { id, object: kindInAnswer(request, id) });
  const objects = await Promise.all(ids.map(async (id) => ({ id, path: await pathOf(id) })));
  return (
    <Section title={translator(viewer.locale, "logs")("objects")}>
      <ul className="grid gap-1">
        {objects.map(({ id, path }) => (
          <li key={id} className="wrap-anywhere">
            {path ? <a href={path}>{id}</a> : id}
          </li>
        ))}
      </ul>
    </Section>
  );
}
