import type { Locale } from "#lib/i18n/locale";
import { formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { Money } from "../_ui/money";

type PaymentAmountProps = {
  payment: Pick<ListedPayment, "amount" | "received" | "currency">;
  locale: Locale;
};

/** How much a payment was to be, and what came in where that is something else. */
export function PaymentAmount({ payment, locale }: PaymentAmountProps) {
  const { amount, received, currency } = payment;
  const money = <Money amount={amount} currency={currency} locale={locale} />;
  if (received === 0 || received === amount) return money;
  const captured = formatMoney(received, currency, locale);
  return (
    <>
      {money}
      <span className="block font-normal whitespace-nowrap text-soft">
        {translator(locale, "payment")("capturedAmount", { captured })}
      </span>
    </>
  );
}
