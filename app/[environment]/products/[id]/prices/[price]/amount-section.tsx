import type { Tier } from "#lib/prices/price-input";
import { isCurrency } from "#lib/currencies";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { amountsIn, currenciesOf, modelNameOf } from "#lib/prices/price-in";
import type { PriceRow } from "#lib/prices/wire";
import { Section } from "../../../../../_ui/section";
import { type Column, Table } from "../../../../../_ui/table";
import { exactInWords } from "../../../price-words";
import type { PricePartProps } from "./price-actions";

/** What a price is in each of its currencies. */
export function AmountSection({ viewer, price }: PricePartProps) {
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const model = modelNameOf(price);
  return (
    <Section title={t("amounts")}>
      <p className="text-soft">{t(`modelHint.${model}`)}</p>
      {price.tiers ? (
        <TierTable price={price} locale={locale} />
      ) : (
        <Table
          caption={t("amounts")}
          columns={model === "custom" ? chosenColumns(price, locale) : unitColumns(price, locale)}
          rows={currenciesOf(price)}
          rowKey={(currency) => currency}
        />
      )}
    </Section>
  );
}

function TierTable({ price, locale }: { price: PriceRow; locale: Locale }) {
  const t = translator(locale, "prices");
  const tiers = price.tiers ?? [];
  const rows = tiers.map((tier, index) => ({ ...tier, index, from: (tiers[index - 1]?.upTo ?? 0) + 1 }));
  type Row = (typeof rows)[number];
  const amounts = currenciesOf(price).flatMap((currency): Column<Row>[] => {
    const own = amountsIn(price, currency)?.tiers ?? [];
    const code = currency.toUpperCase();
    const column = (kind: "unitAmount" | "flatAmount", label: string): Column<Row> => ({
      key: `${currency} ${kind}`,
      label,
      align: "end",
      cell: ({ index }) => exactInWords(own[index]?.[kind] ?? null, currency, locale),
    });
    const hasFlat = own.some(({ flatAmount }: Tier) => flatAmount !== null);
    const unit = column("unitAmount", t("perUnitIn", { currency: code }));
    return hasFlat ? [unit, column("flatAmount", t("flatIn", { currency: code }))] : [unit];
  });
  const range: Column<Row> = {
    key: "range",
    label: t("quantity"),
    card: "title",
    cell: ({ from, upTo }) =>
      upTo === null
        ? t("rangeOpen", { from: formatNumber(from, locale) })
        : t("range", { from: formatNumber(from, locale), upTo: formatNumber(upTo, locale) }),
  };
  return (
    <Table
      caption={t("amounts")}
      columns={[range, ...amounts]}
      rows={rows}
      rowKey={({ index }) => String(index)}
    />
  );
}

function unitColumns(price: PriceRow, locale: Locale): Column<string>[] {
  const t = translator(locale, "prices");
  const count = price.transformQuantity?.divide_by;
  return [
    currencyColumn(locale),
    {
      key: "amount",
      label: count === undefined ? t("perUnit") : t("perUnits", { count }),
      align: "end",
      cell: (currency) => exactInWords(amountsIn(price, currency)?.unitAmount ?? null, currency, locale),
    },
  ];
}

function chosenColumns(price: PriceRow, locale: Locale): Column<string>[] {
  const t = translator(locale, "prices");
  return [
    currencyColumn(locale),
    ...(["minimum", "maximum", "preset"] as const).map((name): Column<string> => ({
      key: name,
      label: t(name),
      align: "end",
      cell: (currency) => {
        const amount = amountsIn(price, currency)?.customUnitAmount?.[name] ?? null;
        return exactInWords(amount === null ? null : String(amount), currency, locale);
      },
    })),
  ];
}

function currencyColumn(locale: Locale): Column<string> {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return {
    key: "currency",
    label: translator(locale, "prices")("currency"),
    card: "title",
    cell: (currency) => {
      const code = currency.toUpperCase();
      return isCurrency(currency) ? `${code} · ${names.of(code) ?? code}` : code;
    },
  };
}
