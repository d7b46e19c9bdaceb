import type { Viewer } from "#lib/auth/viewer";
import { may } from "#lib/auth/permissions";
import { timeZoneCity } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { type Column, Table } from "../../../_ui/table";
import { failureWords } from "./failure-words";
import { Payer } from "./payer";
import { PaymentState } from "../../../_payments/payment-state";
import { shortMethod } from "./short-method";

type PaymentTableProps = {
  viewer: Viewer;
  payments: ListedPayment[];
  caption: string;
  /** Whose payments they are goes without saying on the customer's own page. */
  customer?: "shown" | "known";
};

/** Payments, each row leading to its page. */
export function PaymentTable({ viewer, payments, caption, customer = "shown" }: PaymentTableProps) {
  const columns = columnsFor(viewer);
  const isShown = customer === "shown" && may(viewer, "customers:read");
  return (
    <Table
      caption={caption}
      columns={isShown ? columns : columns.filter(({ key }) => key !== "customer")}
      rows={payments}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.payment(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<ListedPayment>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={locale} />,
    },
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
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
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
