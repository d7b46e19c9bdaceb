import type { Viewer } from "#lib/auth/viewer";
import type { BulkRow } from "#lib/bulk/row-claim";
import { type BulkRun, listOf } from "#lib/bulk/run";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { reasonWords } from "../words";

type RunTroublesProps = { viewer: Viewer; run: BulkRun; troubles: BulkRow[] };

const objectPaths = {
  payments: paths.payment,
  customers: paths.customer,
  disputes: paths.dispute,
} satisfies Record<ReturnType<typeof listOf>, (viewer: Viewer, id: string) => string>;

/** The first rows that failed or were left out, and why; the report has all of them. */
export function RunTroubles({ viewer, run, troubles }: RunTroublesProps) {
  if (troubles.length === 0) return null;
  const t = translator(viewer.locale, "bulk");
  const more = run.failed + run.leftOut - troubles.length;
  return (
    <Section title={t("troubles")} aside={more > 0 && t("troublesMore", { count: more })}>
      <Table
        caption={t("troubles")}
        rows={troubles}
        rowKey={({ objectId }) => objectId}
        rowHref={({ objectId }) => objectPaths[listOf(run)](viewer, objectId)}
        columns={[
          {
            key: "object",
            label: t(`report.of.${listOf(run)}`),
            card: "title",
            cell: ({ objectId }) => <code>{objectId}</code>,
          },
          {
            key: "outcome",
            label: t("report.outcome"),
            card: "state",
            cell: ({ state }) => t(`rowState.${state}`),
          },
          { key: "why", label: t("report.reason"), card: "detail", cell: (row) => reasonWords(viewer, row) },
        ]}
      />
    </Section>
  );
}
