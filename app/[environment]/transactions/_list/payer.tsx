import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { ListedCustomer } from "#lib/payments/list/listed-payment";
import { nameOf } from "../../customers/name-of";

type PayerProps = {
  payment: { customer: ListedCustomer | null; receiptEmail: string | null };
  locale: Locale;
};

/** Who paid: the customer's name, or what is known of a guest. */
export function Payer({ payment: { customer, receiptEmail }, locale }: PayerProps) {
  if (customer) return nameOf(customer);
  return receiptEmail ?? <span className="text-soft">{translator(locale, "transactions")("guest")}</span>;
}
