import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import type { PaymentFilters } from "#lib/payments/list/payment-filters";
import { paymentTotals } from "#lib/payments/payment-totals";
import { Money } from "../../../_ui/money";

const currenciesShown = 2;

/** How many payments the filters let pass, and what they come to: the currencies with most payments first. */
export async function Totals({ viewer, filters }: { viewer: Viewer; filters: PaymentFilters }) {
  const { locale } = viewer;
  const t = translator(locale, "transactions");
  const totals = await paymentTotals(viewer, filters);
  const count = totals.reduce((sum, each) => sum + each.count, 0);
  const more = totals.length - currenciesShown;
  return (
    <>
      {t("totals", { count })}
      {totals.slice(0, currenciesShown).map(({ amount, currency }) =>
        isCurrency(currency) ? (
          <span key={currency}>
            {" · "}
            <Money amount={amount} currency={currency} locale={locale} />
          </span>
        ) : null,
      )}
      {more > 0 && ` · ${t("totalsMore", { count: more })}`}
    </>
  );
}
