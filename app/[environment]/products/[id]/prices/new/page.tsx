import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listPrices } from "#lib/prices/queries";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { type ListQuery, valueIn } from "../../../../developers/list-query";
import { PriceFields } from "../../../_price-form/price-fields";
import { emptyPrice, priceLabels } from "../../../_price-form/price-labels";
import { typedOf } from "../../../_price-form/typed-of";
import { priceFormWords } from "../../../_price-form/words";
import { addPrice } from "../../../actions";
import { productOf, type ProductPageProps } from "../../product-page";

type PageProps = ProductPageProps & { searchParams: Promise<ListQuery> };

/** Adds a price to a product; `like` names another of its prices to begin with. */
export default async function NewPricePage({ params, searchParams }: PageProps) {
  const { viewer, product } = await productOf({ params });
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const like = valueIn(await searchParams, "like");
  const { rows } = await listPrices(viewer, { limit: 100 }, { productId: product.id });
  const model = rows.find(({ id }) => id === like);
  const initial = model
    ? { ...typedOf(model, locale), lookupKey: "" }
    : emptyPrice(viewer.environment.currency);
  const back = paths.product(viewer, product.id);
  return (
    <DialogPage
      title={t("addTitle")}
      close={{ href: back, label: translator(locale, "products")("backToOne") }}
    >
      <p className="text-soft">{t("addText", { product: product.name })}</p>
      <ActionForm action={addPrice} formKey={newFormKey()} labels={priceLabels(locale, initial)}>
        <input type="hidden" name="product" value={product.id} />
        <PriceFields words={priceFormWords(locale)} initial={initial} />
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "prices")("addTitle"));
