import type { AuditLine } from "#lib/audit/hash";
import type { Names } from "#lib/audit/names";
import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { type Column, Table } from "../../../../_ui/table";
import { roleNames } from "../../team/role-names";

type ChangesProps = { viewer: Viewer; line: AuditLine; names: Names };

/** What was changed, from what to what. */
export function Changes({ viewer, line: { before, after }, names }: ChangesProps) {
  const t = translator(viewer.locale, "history");
  const value = (of: AuditLine["before"], field: string) => (
    <Value value={valueOf(of?.[field], field, viewer.locale)} names={names} />
  );
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

/** Roles stand there by their names. */
function valueOf(value: unknown, field: string, locale: Locale): unknown {
  if (field !== "roles" || !Array.isArray(value)) return value;
  return value.map((one: unknown) =>
    typeof one === "string" ? roleNames({ owner: false, roles: [one] }, locale) || one : one,
  );
}

function Value({ value, names }: { value: unknown; names: Names }) {
  if (value === undefined || value === null || value === "") return <span className="text-soft">–</span>;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  if (typeof value === "string") return <span className="break-words">{names.get(value) ?? value}</span>;
  return <code className="break-all">{JSON.stringify(value)}</code>;
}
