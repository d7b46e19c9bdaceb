import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import type { ListColumn } from "../../../_lists/list-view";
import { PaymentAmount } from "../../../_payments/payment-amount";
import { PaymentState } from "../../../_payments/payment-state";
import { Money } from "../../../_ui/money";
import { amountColumn, dateColumn, idColumn } from "./common-columns";
import { failureWords } from "./failure-words";
import { Payer } from "./payer";
import { shortMethod } from "./short-method";

/** What can be shown of a payment; who paid only to who may know customers. */
export function paymentColumns(viewer: Viewer): ListColumn<ListedPayment>[] {
  const columns = [...mainColumns(viewer), ...moreColumns(viewer)];
  const seesPeople = may(viewer, "customers:read");
  return seesPeople ? columns : columns.filter(({ key }) => key !== "customer" && key !== "email");
}

function mainColumns(viewer: Viewer): ListColumn<ListedPayment>[] {
  const { locale } = viewer;
  const t = translator(locale, "transactions");
  return [
    { ...amountColumn(viewer), cell: (payment) => <PaymentAmount payment={payment} locale={locale} /> },
    {
      key: "status",
      label: t("state"),
      card: "state",
      cell: (payment) => <State viewer={viewer} payment={payment} />,
    },
    {
      key: "customer",
      label: t("customer"),
      card: "detail",
      cell: (payment) => <Customer payment={payment} locale={locale} />,
    },
    {
      key: "method",
      label: t("method"),
      tone: "quiet",
      card: "none",
      cell: ({ method }) => method && shortMethod(method, locale),
    },
    dateColumn(viewer),
  ];
}

function moreColumns(viewer: Viewer): ListColumn<ListedPayment>[] {
  const { locale } = viewer;
  const t = translator(locale, "transactions");
  return [
    { key: "description", label: t("description"), extra: true, cell: ({ description }) => description },
    { key: "email", label: t("email"), extra: true, cell: ({ receiptEmail }) => receiptEmail },
    {
      key: "refunded",
      label: t("refunded"),
      align: "end",
      extra: true,
      cell: ({ amountRefunded, currency }) =>
        amountRefunded > 0 && <Money amount={amountRefunded} currency={currency} locale={locale} />,
    },
    idColumn(viewer),
  ];
}

function State({ viewer, payment }: { viewer: Viewer; payment: ListedPayment }) {
  const { id, status, failure } = payment;
  const href = paths.payment(viewer, id);
  const mark = <PaymentState status={status} locale={viewer.locale} href={href} />;
  if (!failure) return mark;
  return (
    <>
      {mark} <span className="text-soft max-sm:hidden">{failureWords(failure, viewer.locale)}</span>
    </>
  );
}

function Customer({ payment, locale }: { payment: ListedPayment; locale: Locale }) {
  const { failure } = payment;
  return (
    <>
      <Payer payment={payment} locale={locale} />
      {failure && <span className="block sm:hidden">{failureWords(failure, locale)}</span>}
    </>
  );
}
