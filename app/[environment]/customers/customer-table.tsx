import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateTime } from "../../_ui/date-time";
import { type Column, Table } from "../../_ui/table";
import { nameOf } from "./name-of";

type CustomerTableProps = { viewer: Viewer; customers: CustomerRow[]; caption: string };

/** Customers, each row leading to its page. */
export function CustomerTable({ viewer, customers, caption }: CustomerTableProps) {
  return (
    <Table
      caption={caption}
      columns={columnsFor(viewer)}
      rows={customers}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.customer(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<CustomerRow>[] {
  const t = translator(viewer.locale, "customers");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: nameOf },
    { key: "email", label: t("email"), card: "detail", cell: ({ email }) => email },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
