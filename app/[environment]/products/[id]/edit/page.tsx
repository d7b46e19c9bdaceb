import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { Button, ButtonLink } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
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
        <FormActions>
          <Button tone="primary">{common("save")}</Button>
          <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("editTitle"));
