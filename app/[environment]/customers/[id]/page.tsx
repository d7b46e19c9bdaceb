import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomer } from "#lib/customers/queries";
import { isDomainError } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Columns } from "../../../_ui/section";
import { nameOf } from "../name-of";
import { CustomerDetails } from "./customer-details";
import { CustomerEvents } from "./customer-events";
import { CustomerMetadata } from "./customer-metadata";
import { CustomerMethods } from "./customer-methods";
import { CustomerPayments } from "./customer-payments";

type PageProps = { params: Promise<{ environment: string; id: string }> };

/** Everything known of one customer. */
export default async function CustomerPage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const customer = await customerOf(viewer, id);
  const { locale } = viewer;
  const name = nameOf(customer);
  const crumbs = [
    { label: translator(locale, "customers")("title"), href: paths.customers(viewer) },
    { label: name },
  ];
  return (
    <Page>
      <PageHeader
        title={name}
        titleAside={customer.email !== name && customer.email}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
      />
      <Columns
        main={
          <>
            {may(viewer, "payments:read") && <CustomerPayments viewer={viewer} customer={customer} />}
            <CustomerMethods viewer={viewer} customer={customer} />
            {may(viewer, "events:read") && <CustomerEvents viewer={viewer} customer={customer} />}
          </>
        }
        aside={
          <>
            <CustomerDetails viewer={viewer} customer={customer} />
            <CustomerMetadata viewer={viewer} customer={customer} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { environment, id } = await params;
  return { title: nameOf(await customerOf(await pageViewer(environment), id)) };
}

const customerOf = cache(async (viewer: Viewer, id: string) => {
  try {
    return await getCustomer(viewer, id);
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) notFound();
    throw error;
  }
});
