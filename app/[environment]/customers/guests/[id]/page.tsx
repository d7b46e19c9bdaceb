import { cache } from "react";
import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { GuestRow } from "#lib/customers/figures/contribution";
import { getGuest, paymentsOfGuest } from "#lib/customers/guests/queries";
import { translator } from "#lib/i18n/translator";
import { keyText } from "#lib/lists/key";
import { paths } from "#lib/paths";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { readTurn } from "../../../../_lists/read-turn";
import { PaymentState } from "../../../../_payments/payment-state";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Money } from "../../../../_ui/money";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Pagination } from "../../../../_ui/pagination";
import { Columns, Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { currencyOf } from "../../../transactions/[id]/words";
import type { CustomerPageProps } from "../../customer-page";
import { SpendingSection } from "../../spending-section";
import { guestName } from "../guest-words";

/** Somebody who paid without being a customer: what is known of them, and what they paid. */
export default async function GuestPage({ params, searchParams }: CustomerPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const guest = await guestOf(viewer, id);
  const { turn } = readTurn(await searchParams);
  const t = translator(viewer.locale, "customers");
  const name = guestName(guest, viewer.locale);
  const crumbs = [{ label: t("guests.title"), href: paths.guests(viewer) }, { label: name }];
  return (
    <Page>
      <PageHeader
        title={name}
        titleAside={guest.name}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Columns
        main={
          <>
            <SpendingSection viewer={viewer} figures={guest} whose={{ guest }} />
            {may(viewer, "payments:read") && <GuestPayments viewer={viewer} guest={guest} from={turn.from} />}
          </>
        }
        aside={
          <Section title={t("details")}>
            <DescriptionList
              items={[
                { term: t("guests.by"), value: t(`guests.kinds.${guest.kind}`) },
                { term: t("form.name"), value: guest.name },
                { term: t("email"), value: guest.email },
                { term: t("phone"), value: guest.phone },
              ]}
            />
            <p className="text-soft">{t("guests.newest")}</p>
          </Section>
        }
      />
    </Page>
  );
}

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { title: guestName(await guestOf(viewer, id), viewer.locale) };
}

const guestOf = cache((viewer: Viewer, id: string) => found(getGuest(viewer, id)));

type GuestPaymentsProps = {
  viewer: Viewer;
  guest: GuestRow;
  from: Parameters<typeof paymentsOfGuest>[2]["from"];
};

async function GuestPayments({ viewer, guest, from }: GuestPaymentsProps) {
  const { payments, older } = await paymentsOfGuest(viewer, guest, { from, size: 25 });
  const t = translator(viewer.locale, "customers");
  const here = paths.guest(viewer, guest.id);
  return (
    <Section title={t("payments")}>
      <Table
        caption={t("paymentsCaption")}
        columns={columnsFor(viewer)}
        rows={payments}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.payment(viewer, id)}
      />
      <Pagination
        locale={viewer.locale}
        summary={t("guests.paymentsShown", { count: payments.length })}
        newerHref={from && here}
        olderHref={older && `${here}?after=${keyText(older)}`}
      />
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<PaymentIntentRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      cell: ({ amountReceived, currency }) => (
        <Money amount={amountReceived} currency={currencyOf(currency)} locale={locale} />
      ),
    },
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ paymentStatus }) => <PaymentState status={paymentStatus} locale={locale} />,
    },
    { key: "description", label: t("for"), card: "detail", cell: ({ description }) => description },
    {
      key: "date",
      label: t("date"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
