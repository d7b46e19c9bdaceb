import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { findPasted } from "#lib/search/find-pasted";
import { Section } from "../../../../_ui/section";

/** What a change was about, each leading to where it is shown. */
export async function RequestObjects({ viewer, ids }: { viewer: Viewer; ids: string[] }) {
  if (ids.length === 0) return null;
  const objects = await Promise.all(ids.map(async (id) => ({ id, path: await findPasted(viewer, id) })));
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
