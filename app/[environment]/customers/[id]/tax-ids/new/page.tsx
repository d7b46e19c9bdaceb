import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { customerOf, type CustomerPageProps } from "../../../customer-page";
import { CustomerQuestion } from "../../../customer-question";
import { addTaxId } from "../../../tax-actions";
import { taxTypeOptions } from "../../../tax-types";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("taxIds.addTitle"));

/** Adds a tax number to a customer. */
export default async function NewTaxIdPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const t = translator(viewer.locale, "customers");
  const back = paths.customer(viewer, customer.id);
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.newCustomerTaxId(viewer, customer.id),
    after: back,
  });
  const labels = { type: t("taxIds.type"), value: t("taxIds.value") };
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("taxIds.addTitle")}>
      <p>{t("taxIds.text")}</p>
      <ActionForm action={addTaxId} formKey={formKey} labels={labels}>
        <input type="hidden" name="customer" value={customer.id} />
        <FormSelectField
          name="type"
          label={labels.type}
          placeholder={t("form.choose")}
          options={taxTypeOptions(viewer.locale)}
          required
        />
        <FormTextField
          name="value"
          label={labels.value}
          attributes={{ autoComplete: "off", required: true, maxLength: 100 }}
        />
        <FormEnd locale={viewer.locale} submit={t("taxIds.submit")} back={back} />
      </ActionForm>
    </CustomerQuestion>
  );
}
