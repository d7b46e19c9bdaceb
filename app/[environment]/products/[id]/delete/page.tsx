import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { everyPrice, pricesOfProducts } from "#lib/prices/prices-of-products";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { DialogPage } from "../../../../_ui/dialog-page";
import { removeProduct } from "../../actions";
import { productOf, type ProductPageProps } from "../product-page";

/** Says what deleting a product takes with it, then does it. */
export default async function DeleteProductPage(props: ProductPageProps) {
  const { viewer, product } = await productOf(props);
  const { locale } = viewer;
  const t = translator(locale, "products");
  const back = paths.product(viewer, product.id);
  const count = (await pricesOfProducts(viewer, [product.id], everyPrice)).get(product.id)?.length ?? 0;
  return (
    <DialogPage title={t("deleteTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="break-words">{t("deleteText", { name: product.name, count })}</p>
      <p className="text-soft">{t("deleteOr")}</p>
      <ActionForm action={removeProduct} formKey={newFormKey()}>
        <input type="hidden" name="id" value={product.id} />
        <FormEnd locale={locale} submit={t("deleteSubmit")} back={back} tone="danger" />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("deleteTitle"));
