import { getCustomer } from "#lib/customers/queries";
import type { CustomerRow } from "#lib/customers/wire";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { found } from "../../../_server/found";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { CustomerChoice } from "./customer-choice";
import { PaymentForm } from "./payment-form";
import { newCustomer } from "./payment-typed";

type Query = { customer?: string | string[]; q?: string | string[] };
type PageProps = EnvironmentPageProps & { searchParams: Promise<Query> };

export const generateMetadata = pageTitle((locale) => translator(locale, "collect")("title"));

/** Takes a payment: from whom, then how much and with what. */
export default async function NewPaymentPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { customer: asked, q } = await searchParams;
  const isNew = asked === newCustomer && may(viewer, "customers:write");
  const customer = isNew ? null : await customerAsked(viewer, asked);
  const t = translator(viewer.locale, "collect");
  return (
    <DialogPage title={t("title")} close={{ href: paths.transactions(viewer), label: t("back") }}>
      <FreshOnReturn />
      {may(viewer, "customers:read") && (
        <CustomerChoice
          viewer={viewer}
          chosen={isNew ? newCustomer : customer}
          text={typeof q === "string" ? q : ""}
        />
      )}
      <PaymentForm
        viewer={viewer}
        customer={isNew ? newCustomer : customer}
        methods={customer ? await methodsOf(viewer, customer) : []}
        formKey={newFormKey()}
      />
    </DialogPage>
  );
}

async function customerAsked(viewer: Viewer, id: Query["customer"]): Promise<CustomerRow | null> {
  if (typeof id !== "string" || id === "" || !may(viewer, "customers:read")) return null;
  return found(getCustomer(viewer, id));
}

async function methodsOf(viewer: Viewer, { id }: CustomerRow) {
  return (await listPaymentMethods(viewer, { limit: 20 }, { customerId: id })).rows;
}
