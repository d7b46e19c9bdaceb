import { isCurrency, type Currency } from "#lib/currencies";
import { formatMoney, formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { curveOf } from "#lib/prices/curve-of";
import { toMajorText } from "#lib/prices/exact-amount";
import { currenciesOf, modelIn } from "#lib/prices/price-in";
import { isTold, type PriceLine, type PricedQuantity, type PriceModel, priceOf } from "#lib/prices/price-of";
import { Breakdown } from "../../../../../_ui/breakdown";
import { Button } from "../../../../../_ui/button";
import { Chart } from "../../../../../_ui/chart";
import { SelectField } from "../../../../../_ui/choice-field";
import { Section } from "../../../../../_ui/section";
import { TextField } from "../../../../../_ui/text-field";
import { type ListQuery, valueIn } from "../../../../developers/list-query";
import { exactInWords } from "../../../price-words";
import type { PricePartProps } from "./price-actions";

const mostUnits = 1_000_000_000;

/** What a quantity costs and why, and how that grows. */
export function Calculator({ viewer, price, query }: PricePartProps & { query: ListQuery }) {
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const currencies = currenciesOf(price).filter(isCurrency);
  const currency = currencies.find((one) => one === valueIn(query, "currency")) ?? currencies[0];
  const model = currency && modelIn(price, currency);
  if (!model || (model.unitAmount === null && !model.tiers)) return null;
  const typed = valueIn(query, "quantity");
  const quantity = quantityOf(typed);
  const priced = quantity === null ? null : priceOf(model, quantity);
  const isTooMuch = priced !== null && !isTold(priced);
  return (
    <Section title={t("calculator.title")} id="calculator">
      <form className="flex flex-wrap items-end gap-3" action="#calculator">
        <TextField
          name="quantity"
          label={t("calculator.quantity")}
          error={quantity === null ? t("calculator.unreadable") : isTooMuch ? t("calculator.tooMuch") : null}
          attributes={{ inputMode: "numeric", defaultValue: typed ?? "10", autoComplete: "off" }}
        />
        {currencies.length > 1 && (
          <SelectField
            name="currency"
            label={t("currency")}
            options={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
            defaultValue={currency}
          />
        )}
        <Button>{t("calculator.submit")}</Button>
      </form>
      {priced && quantity !== null && !isTooMuch && (
        <Working priced={priced} quantity={quantity} currency={currency} locale={locale} model={model} />
      )}
      <Curve model={model} currency={currency} locale={locale} reach={quantity ?? 0} />
    </Section>
  );
}

/** A whole number of units; ten where nothing was typed, null for what is none. */
function quantityOf(typed: string | undefined): number | null {
  if (typed === undefined) return 10;
  const digits = typed.replaceAll(/[\s\u00a0\u202f,]/g, "");
  return /^\d{1,10}$/.test(digits) && Number(digits) <= mostUnits ? Number(digits) : null;
}

type WorkingProps = {
  priced: PricedQuantity;
  quantity: number;
  currency: Currency;
  locale: Locale;
  model: PriceModel;
};

/** The working, line by line. */
function Working({ priced, quantity, currency, locale, model }: WorkingProps) {
  const t = translator(locale, "prices");
  const isRounded = priced.exact.includes(".");
  return (
    <div className="pt-4">
      <Breakdown
        caption={t("calculator.working", { quantity })}
        rows={priced.lines.map((line, index) => ({
          key: String(index),
          label: lineInWords(line, model, currency, locale),
          amount: exactInWords(line.amount, currency, locale),
        }))}
        total={{
          label: t("calculator.total", { quantity }),
          amount: formatMoney(priced.amount, currency, locale),
        }}
      />
      {isRounded && (
        <p className="pt-2 text-soft">
          {t("calculator.rounded", { exact: exactInWords(priced.exact, currency, locale) })}
        </p>
      )}
    </div>
  );
}

function lineInWords(line: PriceLine, model: PriceModel, currency: Currency, locale: Locale): string {
  const t = translator(locale, "prices");
  const { kind, tier } = line;
  const facts = {
    quantity: line.quantity,
    amount: exactInWords(line.unitAmount, currency, locale),
    tier: (tier ?? 0) + 1,
    size: model.transformQuantity?.divide_by ?? 1,
  };
  return t(`calculator.line.${kind}`, facts);
}

type CurveProps = { model: PriceModel; currency: Currency; locale: Locale; reach: number };

function Curve({ model, currency, locale, reach }: CurveProps) {
  const t = translator(locale, "prices");
  const points = curveOf(model, Math.min(reach, mostUnits));
  return (
    <div className="pt-4">
      <Chart
        id="curve"
        locale={locale}
        caption={t("calculator.curve")}
        axis={t("quantity")}
        labels={points.map(({ quantity }) => formatNumber(quantity, locale))}
        series={[
          {
            label: t("calculator.series", { currency: currency.toUpperCase() }),
            values: points.map(({ amount }) => Number(toMajorText(String(amount), currency))),
            shown: points.map(({ amount }) => formatMoney(amount, currency, locale)),
          },
        ]}
      />
    </div>
  );
}
