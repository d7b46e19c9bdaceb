import type { Viewer } from "#lib/auth/viewer";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import type { StatementOf } from "#lib/statements/sum-activity";
import { Money } from "../../_ui/money";
import { Section, Stack } from "../../_ui/section";
import { type Column, Table } from "../../_ui/table";
import { categoryWords } from "./words";

/** What the balance did in a while, a table a currency: opening, activity by category, closing. */
export function ActivityTables({ viewer, currencies }: { viewer: Viewer; currencies: StatementOf[] }) {
  const t = translator(viewer.locale, "balances");
  return (
    <Stack>
      {currencies.length === 0 && <p className="text-soft">{t("statement.nothing")}</p>}
      {currencies.map((each) => (
        <Section key={each.currency} title={each.currency.toUpperCase()}>
          <Table
            caption={t("statement.caption", { currency: each.currency.toUpperCase() })}
            columns={columnsFor(viewer, each.currency)}
            rows={linesOf(viewer, each)}
            rowKey={({ key }) => key}
          />
        </Section>
      ))}
    </Stack>
  );
}

interface Line {
  key: string;
  label: string;
  count: number | null;
  amount: number | null;
  fee: number | null;
  net: number;
}

function linesOf(viewer: Viewer, { opening, activity, closing }: StatementOf): Line[] {
  const t = translator(viewer.locale, "balances");
  const none = { count: null, amount: null, fee: null };
  return [
    { ...none, key: "opening_balance", label: t("statement.opening"), net: opening },
    ...activity.map((row) => ({ ...row, key: row.category, label: categoryWords(viewer, row.category) })),
    { ...none, key: "closing_balance", label: t("statement.closing"), net: closing },
  ];
}

function columnsFor({ locale }: Viewer, code: string): Column<Line>[] {
  const t = translator(locale, "balances");
  const currency = currencyOf(code);
  const money = (amount: number | null) =>
    amount === null ? null : <Money amount={amount} currency={currency} locale={locale} />;
  return [
    { key: "label", label: t("kind"), card: "title", cell: ({ label }) => label },
    {
      key: "count",
      label: t("count"),
      align: "end",
      cell: ({ count }) => (count === null ? null : formatNumber(count, locale)),
    },
    { key: "amount", label: t("gross"), align: "end", cell: ({ amount }) => money(amount) },
    { key: "fee", label: t("fees"), align: "end", cell: ({ fee }) => money(fee) },
    { key: "net", label: t("net"), align: "end", card: "state", cell: ({ net }) => money(net) },
  ];
}
