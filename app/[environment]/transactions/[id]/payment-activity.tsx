import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { eventsOfPayment } from "#lib/events/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { requestsAbout } from "#lib/request-log/queries";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { timeViewOf } from "../../../_words/time-view-of";

type Line = { id: string; at: number; what: string; status: number | null; href: string };

/** What the API's clients were told of a payment, and what they asked; for those who may see it. */
export async function PaymentActivity({ viewer, paymentId }: { viewer: Viewer; paymentId: string }) {
  if (!may(viewer, "events:read")) return null;
  const lines = await linesOf(viewer, paymentId);
  if (lines.length === 0) return null;
  const t = translator(viewer.locale, "payment");
  return (
    <Section title={t("activity.title")}>
      <Table<Line>
        caption={t("activity.title")}
        rows={lines}
        rowKey={({ id }) => id}
        rowHref={({ href }) => href}
        columns={[
          { key: "what", label: t("activity.what"), card: "title", cell: (line) => <What line={line} /> },
          {
            key: "id",
            label: t("activity.id"),
            card: "detail",
            tone: "quiet",
            cell: ({ id }) => <code>{id}</code>,
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
  if (status === null) return what;
  return (
    <>
      {what} <span className={status < 400 ? "text-soft" : "text-hurt"}>{status}</span>
    </>
  );
}

/** Ids make paths too wide to stand beside anything. */
const longIds = /(?<=\/)[a-z]+_\w{12,}/g;

async function linesOf(viewer: Viewer, paymentId: string): Promise<Line[]> {
  const events = await eventsOfPayment(viewer, paymentId);
  const requests = await requestsAbout(viewer, paymentId);
  const lines = [
    ...requests.map(({ id, at, method, path, status }) => ({
      ...{ id, at, status },
      what: `${method} ${path.replaceAll(longIds, "…")}`,
      href: paths.requestLog(viewer, id),
    })),
    ...events.map(({ id, createdAt, type }) => ({
      ...{ id, at: createdAt, what: type, status: null },
      href: paths.event(viewer, id),
    })),
  ];
  return lines.sort((one, other) => other.at - one.at);
}
