import type { Viewer } from "#lib/auth/viewer";
import type { DeskFinds as Finds } from "#lib/desk/find-payments";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import type { Hit } from "#lib/search/search";
import { DateTime } from "../../_ui/date-time";
import { EmailText } from "../../_ui/email-text";
import { EmptyState } from "../../_ui/empty-state";
import { Money } from "../../_ui/money";
import { Section } from "../../_ui/section";
import { type Column, Table } from "../../_ui/table";
import { timeViewOf } from "../../_words/time-view-of";
import { HitState } from "../search/hit-state";
import { SearchUnready } from "../search/search-unready";
import { deskAddress } from "./desk-address";

type DeskFindsProps = { viewer: Viewer; text: string; finds: Finds };

/** What a search at the desk found: payments to choose from, and customers whose payments may be meant. */
export function DeskFinds({ viewer, text, finds: { payments, customers, unready } }: DeskFindsProps) {
  const t = translator(viewer.locale, "desk");
  if (payments.length + customers.length === 0) {
    if (unready) return <SearchUnready viewer={viewer} />;
    return <EmptyState title={t("nothingTitle")}>{t("nothing")}</EmptyState>;
  }
  return (
    <>
      {unready && <SearchUnready viewer={viewer} />}
      {payments.length > 0 && (
        <Section title={t("payments")}>
          <Table
            caption={t("payments")}
            columns={columnsFor(viewer)}
            rows={payments}
            rowKey={({ id }) => id}
            rowHref={({ id }) => deskAddress(viewer, { q: text, payment: id })}
          />
        </Section>
      )}
      {customers.length > 0 && (
        <Section title={t("customers")}>
          <Table
            caption={t("customers")}
            columns={customerColumns(viewer)}
            rows={customers}
            rowKey={({ id }) => id}
            rowHref={({ id }) => deskAddress(viewer, { q: `customer:${id}` })}
          />
        </Section>
      )}
    </>
  );
}

function columnsFor(viewer: Viewer): Column<Hit>[] {
  const t = translator(viewer.locale, "desk");
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      cell: ({ money }) =>
        money &&
        isCurrency(money.currency) && (
          <Money amount={money.amount} currency={money.currency} locale={viewer.locale} />
        ),
    },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ state }) => state && <HitState state={state} />,
    },
    {
      key: "payer",
      label: t("customer"),
      card: "detail",
      cell: ({ title }) => <EmailText>{title}</EmailText>,
    },
    { key: "what", label: t("description"), tone: "quiet", card: "none", cell: ({ detail }) => detail },
    {
      key: "date",
      label: t("date"),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ at }) => at !== null && <DateTime at={at} view={timeViewOf(viewer)} as="when" />,
    },
  ];
}

function customerColumns(viewer: Viewer): Column<Hit>[] {
  const t = translator(viewer.locale, "desk");
  return [
    { key: "name", label: t("customer"), card: "title", cell: ({ title }) => <EmailText>{title}</EmailText> },
    {
      key: "email",
      label: t("email"),
      tone: "quiet",
      card: "detail",
      cell: ({ detail }) => detail && <EmailText>{detail}</EmailText>,
    },
  ];
}
