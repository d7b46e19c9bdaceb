import type { AuditLine } from "#lib/audit/hash";
import type { Names } from "#lib/audit/names";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { type Column, Table } from "../../../../_ui/table";

type ChangesProps = { viewer: Viewer; line: AuditLine; names: Names };

/** What was changed, from what to what. */
export function Changes({ viewer, line: { before, after }, names }: ChangesProps) {
  const t = translator(viewer.locale, "history");
  const value = (of: AuditLine["before"], field: string) => <Value value={of?.[field]} names={names} />;
  const columns: Column<string>[] = [
    { key: "field", label: t("field"), card: "title", cell: (field) => <code>{field}</code> },
    { key: "before", label: t("before"), cell: (field) => value(before, field) },
    { key: "after", label: t("after"), cell: (field) => value(after, field) },
  ];
  return (
    <Table
      caption={t("changes")}
      columns={columns}
      rows={Object.keys({ ...before, ...after })}
      rowKey={(field) => field}
    />
  );
}

function Value({ value, names }: { value: unknown; names: Names }) {
  if (value === undefined || value === null || value === "") return <span className="text-soft">–</span>;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  if (typeof value === "string") return <span className="break-words">{names.get(value) ?? value}</span>;
  return <code className="break-all">{JSON.stringify(value)}</code>;
}
