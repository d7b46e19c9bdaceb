import { allRoles, type Role, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { type Column, Table } from "../../../../_ui/table";

/** The roles of the catalogue that nobody can be given yet, and why. */
export function ClosedRoles({ viewer }: { viewer: Viewer }) {
  return (
    <Table
      caption={translator(viewer.locale, "team")("closedRoles.title")}
      columns={columnsFor(viewer)}
      rows={allRoles.filter((role) => whyNotAssignable(role) !== null)}
      rowKey={(role) => role}
    />
  );
}

function columnsFor({ locale }: Viewer): Column<Role>[] {
  const t = translator(locale, "team");
  const names = translator(locale, "roles");
  return [
    { key: "role", label: t("role"), card: "title", cell: (role) => names(`name.${role}`) },
    {
      key: "why",
      label: t("closedRoles.why"),
      card: "detail",
      cell: (role) => {
        const why = whyNotAssignable(role);
        return why && t(`closedRoles.${why}`);
      },
    },
  ];
}
