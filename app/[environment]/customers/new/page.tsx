import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { FormEnd } from "../../../_forms/form-end";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { MetadataFields } from "../../../_metadata/metadata-fields";
import { pageFormKey } from "../../../_server/page-form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { addCustomer } from "../actions";
import { CustomerFields, customerLabels } from "../customer-fields";
import { FoldedFields } from "../folded-fields";
import { taxTypeOptions } from "../tax-types";

type NewCustomerProps = EnvironmentPageProps & { searchParams: Promise<{ key?: string | string[] }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("add"));

/** Adds a customer. */
export default async function NewCustomerPage({ params, searchParams }: NewCustomerProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "customers");
  const back = paths.customers(viewer);
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.newCustomer(viewer),
    after: back,
  });
  return (
    <DialogPage title={t("add")} close={{ href: back, label: t("backToAll") }}>
      <FreshOnReturn />
      <ActionForm action={addCustomer} formKey={formKey} labels={customerLabels(viewer)}>
        <CustomerFields viewer={viewer} typed={{}} />
        <FoldedFields summary={t("taxIds.title")}>
          <FormSelectField
            name="taxType"
            label={t("taxIds.type")}
            placeholder={t("form.choose")}
            options={taxTypeOptions(viewer.locale)}
          />
          <FormTextField
            name="taxValue"
            label={t("taxIds.value")}
            hint={t("taxIds.moreLater")}
            attributes={{ autoComplete: "off", maxLength: 100 }}
          />
        </FoldedFields>
        <FoldedFields summary={t("metadata")}>
          <MetadataFields viewer={viewer} metadata={{}} />
        </FoldedFields>
        <FormEnd locale={viewer.locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}
