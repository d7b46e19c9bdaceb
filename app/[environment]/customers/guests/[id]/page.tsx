import { cache } from "react";
import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { GuestRow } from "#lib/customers/figures/contribution";
import { getGuest, paymentsOfGuest } from "#lib/customers/guests/queries";
import { translator } from "#lib/i18n/translator";
import { keyText } from "#lib/lists/key";
import { paths } from "#lib/paths";
import { readTurn } from "../../../../_lists/read-turn";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Pagination } from "../../../../_ui/pagination";
import { Columns, Section } from "../../../../_ui/section";
import type { CustomerPageProps } from "../../customer-page";
import { PaymentTable } from "../../payment-table";
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
      <PaymentTable viewer={viewer} payments={payments} />
      <Pagination
        locale={viewer.locale}
        summary={t("guests.paymentsShown", { count: payments.length })}
        newerHref={from && here}
        olderHref={older && `${here}?after=${keyText(older)}`}
      />
    </Section>
  );
}
