import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Activity } from "../../../_activity/activity";
import { Notes } from "../../../_notes/notes";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Columns } from "../../../_ui/section";
import { customerOf, type CustomerPageProps } from "../customer-page";
import { CustomerDone } from "../done";
import { nameOf } from "#lib/customers/name-of";
import { SpendingSection } from "../spending-section";
import { CustomerActions } from "./customer-actions";
import { CustomerBalance } from "./customer-balance";
import { CustomerCash } from "./customer-cash";
import { CustomerDetails } from "./customer-details";
import { CustomerMetadata } from "./customer-metadata";
import { CustomerMethods } from "./customer-methods";
import { CustomerPayments } from "./customer-payments";
import { CustomerTaxIds } from "./customer-tax-ids";

/** Everything known of one customer. */
export default async function CustomerPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
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
        actions={<CustomerActions viewer={viewer} customer={customer} />}
      />
      <CustomerDone locale={locale} done={(await props.searchParams).done} />
      <Columns
        main={
          <>
            <SpendingSection viewer={viewer} figures={customer} whose={{ customerId: customer.id }} />
            {may(viewer, "payments:read") && <CustomerPayments viewer={viewer} customer={customer} />}
            <CustomerMethods viewer={viewer} customer={customer} />
            <Notes viewer={viewer} subject={{ kind: "customer", id: customer.id }} />
            <CustomerCash viewer={viewer} customer={customer} />
            <CustomerBalance viewer={viewer} customer={customer} />
            <Activity viewer={viewer} id={customer.id} />
          </>
        }
        aside={
          <>
            <CustomerDetails viewer={viewer} customer={customer} />
            <CustomerTaxIds viewer={viewer} customer={customer} />
            <CustomerMetadata viewer={viewer} customer={customer} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata(props: CustomerPageProps): Promise<Metadata> {
  return { title: nameOf((await customerOf(props)).customer) };
}
