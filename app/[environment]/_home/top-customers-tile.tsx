import type { Viewer } from "#lib/auth/viewer";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { knownAtOnce, topCustomers } from "#lib/figures/top-customers";
import type { TopCustomer } from "#lib/figures/sum-spending";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Money } from "../../_ui/money";
import { Table } from "../../_ui/table";
import { addressOf } from "../../_lists/list-place";
import { currencyOf } from "../balances/words";
import { figurePlace } from "./figure-place";

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
      {rows && rows.length > 0 && <TopCustomersTable viewer={viewer} rows={rows} />}
    </section>
  );
}

export function TopCustomersTable({ viewer, rows }: { viewer: Viewer; rows: TopCustomer[] }) {
  const t = translator(viewer.locale, "home");
  return (
    <Table
      caption={t("topCustomers")}
      columns={[
        {
          key: "name",
          label: t("customer"),
          card: "title",
          cell: ({ name, email, id }) => name ?? email ?? id,
        },
        { key: "payments", label: t("figures.payments"), align: "end", cell: ({ payments }) => payments },
        {
          key: "spent",
          label: t("spent"),
          align: "end",
          card: "state",
          cell: ({ spent }) => (
            <Money amount={spent} currency={currencyOf(viewer.environment.currency)} locale={viewer.locale} />
          ),
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.customer(viewer, id)}
    />
  );
}
