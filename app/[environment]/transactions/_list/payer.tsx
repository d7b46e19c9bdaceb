import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { BriefPayment } from "#lib/payments/list/brief-payment";
import type { ListedCustomer } from "#lib/payments/list/listed-payment";
import { EmailText } from "../../../_ui/email-text";
import { nameOf } from "#lib/customers/name-of";
import { shortMethod } from "./short-method";

type PayerProps = {
  payment: { customer: ListedCustomer | null; receiptEmail: string | null };
  locale: Locale;
};

/** Who paid: the customer's name, or what is known of a guest. */
export function Payer({ payment: { customer, receiptEmail }, locale }: PayerProps) {
  const known = customer ? nameOf(customer) : receiptEmail;
  if (known !== null) return <EmailText>{known}</EmailText>;
  return <span className="text-soft">{translator(locale, "transactions")("guest")}</span>;
}

/** Which payment it is: who paid it, or what with, where the viewer may not know who. */
export function PaidBy({ viewer, payment }: { viewer: Viewer; payment: BriefPayment }) {
  if (may(viewer, "customers:read")) return <Payer payment={payment} locale={viewer.locale} />;
  return payment.method && shortMethod(payment.method, viewer.locale);
}
