import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import type { FoundGroup, Hit } from "#lib/search/search";
import { DateTime } from "../../_ui/date-time";
import { EmailText } from "../../_ui/email-text";
import { Money } from "../../_ui/money";
import { type Column, Table } from "../../_ui/table";
import { HitState } from "./hit-state";

type HitTableProps = { viewer: Viewer; text: string; group: FoundGroup };

/** What was found of one kind, each row leading to its page where it has one. */
export function HitTable({ viewer, text, group: { key, hits, order } }: HitTableProps) {
  const t = translator(viewer.locale, "search");
  const columns = columnsFor(viewer).filter(({ shown }) => hits.some(shown));
  const told = { group: t(`group.${key}`), query: text.slice(0, 80) };
  return (
    <Table
      caption={order === "own" ? t("captionOwn", told) : t("caption", told)}
      columns={columns}
      rows={hits}
      rowKey={({ id }) => id}
      rowHref={({ href }) => href ?? undefined}
    />
  );
}

type HitColumn = Column<Hit> & { shown: (hit: Hit) => boolean };

function columnsFor({ locale, timeZone, now }: Viewer): HitColumn[] {
  const t = translator(locale, "search");
  const view = { locale, timeZone, now: now() };
  return [
    {
      key: "what",
      label: t("column.what"),
      card: "title",
      cell: ({ title }) => <EmailText>{title}</EmailText>,
      shown: () => true,
    },
    {
      key: "detail",
      label: t("column.detail"),
      tone: "quiet",
      card: "detail",
      cell: ({ detail }) => detail && <EmailText>{detail}</EmailText>,
      shown: ({ detail }) => detail !== null,
    },
    {
      key: "state",
      label: t("column.state"),
      card: "state",
      cell: ({ state }) => state && <HitState state={state} />,
      shown: ({ state }) => state !== null,
    },
    {
      key: "amount",
      label: t("column.amount"),
      align: "end",
      cell: ({ money }) =>
        money &&
        isCurrency(money.currency) && (
          <Money amount={money.amount} currency={money.currency} locale={locale} />
        ),
      shown: ({ money }) => money !== null,
    },
    {
      key: "date",
      label: t("column.date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ at }) => at !== null && <DateTime at={at} view={view} />,
      shown: ({ at }) => at !== null,
    },
  ];
}
