import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { GuestRow } from "#lib/customers/figures/contribution";
import { guestList, type GuestQuery } from "#lib/customers/guests/guest-list";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateFilter } from "../../../_lists/date-filter";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { EmailText } from "../../../_ui/email-text";
import { EmptyState } from "../../../_ui/empty-state";
import { paymentCountColumn, spendColumn } from "../_list/figure-columns";
import { guestName } from "./guest-words";

/** Guests as people see them. */
export const guestView: ListView<GuestRow, GuestQuery> = {
  source: guestList,
  caption: ({ locale }) => translator(locale, "customers")("guests.title"),
  shown: ({ locale }, count) => translator(locale, "customers")("guests.shown", { count }),
  columns: guestColumns,
  href: (viewer, { id }) => paths.guest(viewer, id),
  filters: (props) => <DateFilter {...props} />,
  empty({ locale }) {
    const t = translator(locale, "customers");
    return <EmptyState title={t("guests.none")}>{t("guests.noneText")}</EmptyState>;
  },
};

/** What can be shown of a guest, who begins with a payment; what all of them come to for those who may see payments. */
function guestColumns(viewer: Viewer): ListColumn<GuestRow>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "guest",
      label: t("guests.guest"),
      card: "title",
      cell: (guest) => <EmailText>{guestName(guest, locale)}</EmailText>,
    },
    { key: "name", label: t("form.name"), card: "detail", tone: "quiet", cell: ({ name }) => name },
    ...(may(viewer, "payments:read") ? figureColumns(viewer) : []),
    {
      key: "first",
      label: t("list.firstPayment"),
      tone: "quiet",
      card: may(viewer, "payments:read") ? "none" : "moment",
      sorts: ["newest", "oldest"],
      cell: ({ firstPaymentAt }) => <DateTime at={firstPaymentAt} view={view} as="date" />,
    },
    {
      key: "email",
      label: t("email"),
      card: "none",
      extra: true,
      cell: ({ email }) => email && <EmailText>{email}</EmailText>,
    },
    { key: "phone", label: t("phone"), card: "none", extra: true, cell: ({ phone }) => phone },
  ];
}

function figureColumns(viewer: Viewer): ListColumn<GuestRow>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    spendColumn(viewer),
    paymentCountColumn(viewer),
    {
      key: "last",
      label: t("list.lastPayment"),
      tone: "quiet",
      card: "moment",
      cell: ({ lastPaymentAt }) => <DateTime at={lastPaymentAt} view={view} as="date" />,
    },
  ];
}
