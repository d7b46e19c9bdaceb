import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { eventsOfObject } from "#lib/events/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { requestsAbout } from "#lib/request-log/queries";
import { DateTime } from "../_ui/date-time";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { timeViewOf } from "../_words/time-view-of";

type ActivityProps = {
  viewer: Viewer;
  id: string;
  /** What happened to it, where that is more than its own events. */
  eventsOf?: typeof eventsOfObject;
};

type Line = { id: string; at: number; what: string; status: number | null; href: string };

/** What the API's clients were told of an object, and what they asked, newest first; for those who may see it. */
export async function Activity({ viewer, id, eventsOf = eventsOfObject }: ActivityProps) {
  if (!may(viewer, "events:read")) return null;
  const lines = await linesOf(viewer, id, eventsOf);
  if (lines.length === 0) return null;
  const t = translator(viewer.locale, "common");
  return (
    <Section title={t("activity.title")}>
      <Table<Line>
        caption={t("activity.title")}
        rows={lines}
        rowKey={(line) => line.id}
        rowHref={({ href }) => href}
        columns={[
          { key: "what", label: t("activity.what"), card: "title", cell: (line) => <What line={line} /> },
          {
            key: "id",
            label: t("activity.id"),
            card: "detail",
            tone: "quiet",
            cell: (line) => <code>{line.id}</code>,
          },
          {
            key: "when",
            label: t("activity.when"),
            card: "moment",
            align: "end",
            tone: "quiet",
            cell: ({ at }) => (
              <span className="whitespace-nowrap">
                <DateTime at={at} view={timeViewOf(viewer)} as="when" />
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

function What({ line: { what, status } }: { line: Line }) {
  if (status === null) return <span className="break-all">{what}</span>;
  return (
    <span className="break-all">
      {what} <span className={status < 400 ? "text-soft" : "text-hurt"}>{status}</span>
    </span>
  );
}

/** Ids make paths too wide to stand beside anything. */
const longIds = /(?<=\/)[a-z]+_\w{12,}/g;

async function linesOf(viewer: Viewer, id: string, eventsOf: typeof eventsOfObject): Promise<Line[]> {
  const events = await eventsOf(viewer, id);
  const requests = await requestsAbout(viewer, id);
  const lines = [
    ...requests.map(({ id: request, at, method, path, status }) => ({
      ...{ id: request, at, status },
      what: `${method} ${path.replaceAll(longIds, "…")}`,
      href: paths.requestLog(viewer, request),
    })),
    ...events.map(({ id: event, createdAt, type }) => ({
      ...{ id: event, at: createdAt, what: type, status: null },
      href: paths.event(viewer, event),
    })),
  ];
  return lines.sort((one, other) => other.at - one.at);
}
