import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { ListedCustomer } from "#lib/customers/list/listed-customer";
import { formatNumber, type TimeView } from "#lib/i18n/format";
import { regionName } from "#lib/i18n/regions";
import { translator } from "#lib/i18n/translator";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { EmailText } from "../../../_ui/email-text";
import { balanceInWords } from "../balance-words";
import { shortMethod } from "../../transactions/_list/short-method";
import { nameOf } from "#lib/customers/name-of";
import { paymentCountColumn, spendColumn } from "./figure-columns";

type Columns = ListColumn<ListedCustomer>[];

/** An ID stands in the place of a name, and takes no more room than one; an email may stand there too. */
function nameCell(customer: ListedCustomer) {
  const name = nameOf(customer);
  if (name === customer.id) return <span className="inline-block max-w-40 break-all">{name}</span>;
  return <NarrowText>{name}</NarrowText>;
}

/** It takes another line rather than more room. */
function NarrowText({ children }: { children: string }) {
  return (
    <span className="wrap-anywhere">
      <EmailText>{children}</EmailText>
    </span>
  );
}

function Day({ at, view }: { at: number; view: TimeView }) {
  return (
    <span className="whitespace-nowrap">
      <DateTime at={at} view={view} as="date" />
    </span>
  );
}

/** What can be shown of a customer; what their payments come to for those who may see payments. */
export function customerColumns(viewer: Viewer): Columns {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: nameCell },
    {
      key: "email",
      label: t("email"),
      card: "detail",
      cell: ({ email }) => email && <NarrowText>{email}</NarrowText>,
    },
    {
      key: "method",
      label: t("list.method"),
      card: "none",
      cell: ({ method }) => method && shortMethod(method, locale),
    },
    {
      key: "country",
      label: t("form.country"),
      card: "none",
      cell: ({ country }) => country && regionName(country, locale),
    },
    ...(may(viewer, "payments:read") ? figureColumns(viewer) : []),
    { key: "phone", label: t("phone"), card: "none", extra: true, cell: ({ phone }) => phone },
    {
      key: "description",
      label: t("description"),
      card: "none",
      extra: true,
      cell: ({ description }) => description,
    },
    {
      key: "balance",
      label: t("balance"),
      card: "none",
      extra: true,
      cell: (customer) => balanceInWords(customer, locale),
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <Day at={createdAt} view={view} />,
    },
  ];
}

function figureColumns(viewer: Viewer): Columns {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone, now: viewer.now() };
  const day = (at: number) => (at === 0 ? null : <Day at={at} view={view} />);
  return [
    spendColumn(viewer),
    { ...paymentCountColumn(viewer), sorts: ["payments_most", "payments_fewest"] },
    {
      key: "refunds",
      label: t("spending.refunds"),
      align: "end",
      card: "none",
      extra: true,
      cell: ({ refundCount }) => formatNumber(refundCount, locale),
    },
    {
      key: "disputes",
      label: t("spending.disputes"),
      align: "end",
      card: "none",
      extra: true,
      cell: ({ disputeCount }) => formatNumber(disputeCount, locale),
    },
    {
      key: "first",
      label: t("list.firstPayment"),
      tone: "quiet",
      card: "none",
      extra: true,
      cell: ({ firstPaymentAt }) => day(firstPaymentAt),
    },
    {
      key: "last",
      label: t("list.lastPayment"),
      tone: "quiet",
      card: "none",
      sorts: ["paid_lately", "paid_long_ago"],
      cell: ({ lastPaymentAt }) => day(lastPaymentAt),
    },
  ];
}
