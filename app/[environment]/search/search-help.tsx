import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { EmptyState } from "../../_ui/empty-state";
import { Section } from "../../_ui/section";
import { type Column, Table } from "../../_ui/table";
import { searchAddress } from "./search-address";

const examples = [
  { key: "amount", query: "amount:>100" },
  { key: "date", query: "date:last_week" },
  { key: "status", query: "status:refunded" },
  { key: "email", query: "email:jenny" },
  { key: "name", query: 'name:"John Doe"' },
  { key: "last4", query: "last4:4242" },
  { key: "card", query: "brand:visa exp:08/27" },
  { key: "metadata", query: "order_id:6735" },
  { key: "is", query: "has:refund" },
  { key: "not", query: "-currency:usd" },
] as const;

/** What can be typed, with an example of each to try. */
export function SearchHelp({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "search");
  const rows = examples.map(({ key, query }) => ({
    key,
    query: key === "date" ? t("help.lastWeek") : query,
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "example", label: t("help.example"), card: "title", cell: ({ query }) => <code>{query}</code> },
    { key: "meaning", label: t("help.meaning"), card: "detail", cell: ({ key }) => t(`help.${key}`) },
  ];
  return (
    <>
      <EmptyState title={t("hintTitle")}>{t("hint")}</EmptyState>
      <Section title={t("help.title")}>
        <p>{t("help.explained")}</p>
        <Table
          caption={t("help.title")}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          rowHref={({ query }) => searchAddress(viewer, { q: query })}
        />
      </Section>
    </>
  );
}
