import { typedOf } from "#lib/customers/typed-customer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { editCustomer } from "../../actions";
import { CustomerFields, customerLabels } from "../../customer-fields";
import { customerOf, type CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("editTitle"));

/** Changes what is known of a customer. */
export default async function EditCustomerPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const t = translator(viewer.locale, "customers");
  const back = paths.customer(viewer, customer.id);
  const typed = typedOf(customer);
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.editCustomer(viewer, customer.id),
    after: back,
  });
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("editTitle")}>
      <ActionForm action={editCustomer} formKey={formKey} labels={customerLabels(viewer)}>
        <input type="hidden" name="id" value={customer.id} />
        <input type="hidden" name="shown" value={JSON.stringify(typed)} />
        <CustomerFields viewer={viewer} typed={typed} />
        <FormEnd locale={viewer.locale} submit={translator(viewer.locale, "common")("save")} back={back} />
      </ActionForm>
    </CustomerQuestion>
  );
}
