import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { DialogPage } from "../../../../_ui/dialog-page";
import { editProduct } from "../../actions";
import { ProductFields, productLabels } from "../../product-fields";
import { productOf, type ProductPageProps } from "../product-page";

/** Changes what is said of a product. */
export default async function EditProductPage(props: ProductPageProps) {
  const { viewer, product } = await productOf(props);
  const t = translator(viewer.locale, "products");
  const common = translator(viewer.locale, "common");
  const back = paths.product(viewer, product.id);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <ActionForm action={editProduct} formKey={newFormKey()} labels={productLabels(viewer.locale)}>
        <input type="hidden" name="id" value={product.id} />
        <ProductFields viewer={viewer} product={product} />
        <FormEnd locale={viewer.locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("editTitle"));
