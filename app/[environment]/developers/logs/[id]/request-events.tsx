import type { Viewer } from "#lib/auth/viewer";
import type { EventRow } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Section } from "../../../../_ui/section";

/** What the call made happen. */
export function RequestEvents({ viewer, events }: { viewer: Viewer; events: EventRow[] }) {
  if (events.length === 0) return null;
  return (
    <Section title={translator(viewer.locale, "logs")("events")}>
      <ul className="grid gap-2">
        {events.map(({ id, type }) => (
          <li key={id} className="grid wrap-anywhere">
            <a href={paths.event(viewer, id)}>{type}</a>
            <span className="text-soft">{id}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
