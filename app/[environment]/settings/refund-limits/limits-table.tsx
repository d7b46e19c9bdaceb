import { limitColumns, limitNames, type Limits } from "#lib/approvals/limits";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type Column, Table } from "../../../_ui/table";
import { moneyOf } from "../../../_words/money-of";

/** Somebody who can have limits, and those they have: null for none of their own. */
export interface Limited {
  id: string;
  name: string;
  limits: Limits | null;
  approves?: boolean;
}

type LimitsTableProps = { viewer: Viewer; caption: string; nothing: string; rows: Limited[] };

/** Limits, each row leading to the page where they are changed. `nothing`: what holds for who has none. */
export function LimitsTable({ viewer, caption, nothing, rows }: LimitsTableProps) {
  const t = translator(viewer.locale, "approvals");
  const ofRoles = rows.some(({ approves }) => approves !== undefined);
  const approves: Column<Limited> = {
    key: "approves",
    label: t("rules.approves"),
    cell: (row) => (row.approves ? t("rules.yes") : t("rules.no")),
  };
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.refundLimit(viewer, id)}
      columns={[
        { key: "who", label: t("rules.who"), card: "title", cell: ({ name }) => name },
        ...limitNames.map((name): Column<Limited> => ({
          key: name,
          label: t(`rules.${name}`),
          align: "end",
          cell: ({ limits }) => limitWords(viewer, limits, limitColumns[name], nothing),
        })),
        ...(ofRoles ? [approves] : []),
      ]}
    />
  );
}

function limitWords(viewer: Viewer, limits: Limits | null, column: keyof Limits, nothing: string) {
  const limit = limits?.[column] ?? null;
  if (limit !== null) return moneyOf(viewer, limit, viewer.environment.currency);
  const words = limits === null ? nothing : translator(viewer.locale, "approvals")("rules.unlimited");
  return <span className="text-soft">{words}</span>;
}
