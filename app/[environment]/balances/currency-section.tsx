import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import type { CurrencyBalance } from "#lib/payouts/balance-overview";
import { DateTime } from "../../_ui/date-time";
import { type Figure, Figures } from "../../_ui/figures";
import { Money } from "../../_ui/money";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { bankDaysOf } from "./words";

type CurrencyProps = { viewer: Viewer; balance: CurrencyBalance };

/** What there is of a currency, and when the rest of it comes. */
export function CurrencySection({ viewer, balance }: CurrencyProps) {
  const t = translator(viewer.locale, "balances");
  const { currency, available, pending, inTransit, reserved, calendar } = balance;
  const figure = (key: string, label: string, amount: number): Figure => ({
    key,
    label,
    value: <Amount viewer={viewer} amount={amount} currency={currency} />,
  });
  return (
    <Section title={currency.toUpperCase()} id={currency}>
      <Figures
        figures={[
          figure("available", t("available"), available),
          figure("pending", t("pending"), pending),
          figure("transit", t("inTransit"), inTransit),
          ...(reserved > 0
            ? [{ ...figure("reserved", t("reserved"), reserved), note: t("reservedWhy") }]
            : []),
        ]}
      />
      {available < 0 && <p className="text-soft">{t("negative")}</p>}
      {calendar.length > 0 && <Calendar viewer={viewer} balance={balance} />}
    </Section>
  );
}

type AmountProps = { viewer: Viewer; amount: number; currency: string };

function Amount({ viewer, amount, currency }: AmountProps) {
  return <Money amount={amount} currency={currencyOf(currency)} locale={viewer.locale} as="sentence" />;
}

/** On a phone, where a table has no headings, it says what it is. */
function Calendar({ viewer, balance: { currency, calendar } }: CurrencyProps) {
  const t = translator(viewer.locale, "balances");
  const caption = t("calendarCaption", { currency: currency.toUpperCase() });
  return (
    <div>
      <p className="mt-3 text-soft sm:hidden" aria-hidden="true">
        {caption}
      </p>
      <Table
        caption={caption}
        columns={[
          {
            key: "day",
            label: t("availableOn"),
            card: "title",
            cell: ({ at }) => <DateTime at={at} view={bankDaysOf(viewer)} as="date" />,
          },
          {
            key: "amount",
            label: t("becomesAvailable"),
            align: "end",
            card: "state",
            cell: ({ amount }) => (
              <Money amount={amount} currency={currencyOf(currency)} locale={viewer.locale} />
            ),
          },
        ]}
        rows={calendar}
        rowKey={({ at }) => String(at)}
      />
    </div>
  );
}
