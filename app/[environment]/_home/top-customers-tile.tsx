import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { knownAtOnce, topCustomers } from "#lib/figures/top-customers";
import type { TopCustomer } from "#lib/figures/sum-spending";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { EmailText } from "../../_ui/email-text";
import { Money } from "../../_ui/money";
import { Table } from "../../_ui/table";
import { addressOf } from "../../_lists/list-place";
import { figureFilePlace, figurePlace, partPlace } from "./figure-place";
import { showValue } from "./show-value";
import { TilePicture } from "./tile-picture";

type TileProps = { viewer: Viewer; query: OverviewQuery; payments: number };

const shownAtOnce = 6;

/** Who spent most; of very many payments behind a link, as that takes a while. */
export async function TopCustomersTile({ viewer, query, payments }: TileProps) {
  const t = translator(viewer.locale, "home");
  const { period } = query;
  const rows = knownAtOnce(payments)
    ? await topCustomers(viewer, { period, payments, most: shownAtOnce })
    : null;
  return (
    <section className="ui-tile" aria-labelledby="tile-topCustomers">
      <header>
        <h3 id="tile-topCustomers">{t("topCustomers")}</h3>
        <a href={addressOf(figurePlace(viewer, "topCustomers"), query)}>{t("look")}</a>
      </header>
      {rows === null && <p className="text-soft">{t("topCustomersLater")}</p>}
      {rows?.length === 0 && <p className="text-soft">{t("nothing")}</p>}
      {rows && rows.length > 0 && (
        <TopCustomersTable
          viewer={viewer}
          query={query}
          rows={rows}
          links={
            mayKeepNames(viewer) && (
              <a href={addressOf(figureFilePlace(viewer, "topCustomers"), query)} download>
                {t("csv")}
              </a>
            )
          }
        />
      )}
    </section>
  );
}

/** Names and addresses of customers in a file are an export. */
export function mayKeepNames(viewer: Viewer): boolean {
  return may(viewer, "exports:read");
}

type TableProps = { viewer: Viewer; query: OverviewQuery; rows: TopCustomer[]; links?: ReactNode };

/** Each leads to what they paid, and the picture of them is for who may have their names in a file. */
export function TopCustomersTable({ viewer, query, rows, links }: TableProps) {
  const t = translator(viewer.locale, "home");
  const nameOf = ({ name, email, id }: TopCustomer) => name ?? email ?? id;
  return (
    <>
      <Table
        caption={t("topCustomers")}
        columns={[
          {
            key: "name",
            label: t("customer"),
            card: "title",
            cell: (customer) => <EmailText>{nameOf(customer)}</EmailText>,
          },
          { key: "payments", label: t("figures.payments"), align: "end", cell: ({ payments }) => payments },
          {
            key: "spent",
            label: t("spent"),
            align: "end",
            card: "state",
            cell: ({ spent }) => (
              <Money
                amount={spent}
                currency={currencyOf(viewer.environment.currency)}
                locale={viewer.locale}
              />
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => addressOf(partPlace(viewer, "topCustomers", id), query)}
      />
      {mayKeepNames(viewer) && (
        <TilePicture
          viewer={viewer}
          name={`topCustomers-${query.period.from}`}
          bars={rows.map((row) => ({
            label: nameOf(row),
            value: row.spent,
            shown: showValue(viewer, "money", row.spent),
          }))}
          links={links}
        />
      )}
    </>
  );
}
