import type { Viewer } from "#lib/auth/viewer";
import { guestKinds, type GuestRow } from "#lib/customers/figures/contribution";
import { browseGuests } from "#lib/customers/guests/queries";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ListPages } from "../../../_lists/list-pages";
import { readTurn } from "../../../_lists/read-turn";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Money } from "../../../_ui/money";
import { Page, PageHeader } from "../../../_ui/page-header";
import { type Column, Table } from "../../../_ui/table";
import { Tabs } from "../../../_ui/tabs";
import { currencyOf } from "../../transactions/[id]/words";
import { CustomerTabs } from "../customer-tabs";
import { guestName } from "./guest-words";

type GuestsPageProps = EnvironmentPageProps & {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Guests always come newest first. */
type GuestQuery = { by: GuestRow["kind"]; sort: "newest" };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("guests.title"));

/** Who paid without being a customer, grouped by card, email or phone. */
export default async function GuestsPage({ params, searchParams }: GuestsPageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const kind = guestKinds.find((one) => one === query.by) ?? "card";
  const { turn } = readTurn(query);
  const page = await browseGuests(viewer, { kind, page: turn });
  const t = translator(viewer.locale, "customers");
  const here = paths.guests(viewer);
  const place = {
    path: here,
    params: ({ by }: GuestQuery) => new URLSearchParams(by === "card" ? {} : { by }),
  };
  return (
    <Page>
      <PageHeader title={t("guests.title")} />
      <CustomerTabs viewer={viewer} current="guests" />
      <p className="text-soft">{t("guests.text")}</p>
      <Tabs
        label={t("guests.by")}
        tabs={guestKinds.map((one) => ({
          href: one === "card" ? here : `${here}?by=${one}`,
          label: t(`guests.kinds.${one}`),
          current: one === kind,
        }))}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t("guests.none")}>{t("guests.noneText")}</EmptyState>
      ) : (
        <Table
          caption={t("guests.caption")}
          columns={columnsFor(viewer)}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.guest(viewer, id)}
        />
      )}
      <ListPages
        viewer={viewer}
        place={place}
        query={{ by: kind, sort: "newest" }}
        page={page}
        isFirst={turn.from === null}
        shown={t("guests.shown", { count: page.rows.length })}
      />
    </Page>
  );
}

function columnsFor(viewer: Viewer): Column<GuestRow>[] {
  const { locale, environment } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "guest", label: t("guests.guest"), card: "title", cell: (guest) => guestName(guest, locale) },
    { key: "name", label: t("form.name"), card: "detail", tone: "quiet", cell: ({ name }) => name },
    {
      key: "spend",
      label: t("spent"),
      align: "end",
      cell: ({ spend }) => (
        <Money amount={spend} currency={currencyOf(environment.currency)} locale={locale} />
      ),
    },
    {
      key: "payments",
      label: t("payments"),
      align: "end",
      cell: ({ paymentCount }) => formatNumber(paymentCount, locale),
    },
    {
      key: "first",
      label: t("list.firstPayment"),
      tone: "quiet",
      card: "none",
      cell: ({ firstPaymentAt }) => <DateTime at={firstPaymentAt} view={view} as="date" />,
    },
    {
      key: "last",
      label: t("list.lastPayment"),
      tone: "quiet",
      card: "moment",
      cell: ({ lastPaymentAt }) => <DateTime at={lastPaymentAt} view={view} as="date" />,
    },
  ];
}
