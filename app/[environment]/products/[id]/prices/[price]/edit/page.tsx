import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { currenciesOf, modelNameOf } from "#lib/prices/price-in";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { MetadataGroup } from "../../../../_parts/metadata-group";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../_server/page-title";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { Notice } from "../../../../../../_ui/notice";
import { ChangeableFields } from "../../../../_price-form/changeable-fields";
import { priceLabels } from "../../../../_price-form/price-labels";
import { typedOf } from "../../../../_price-form/typed-of";
import { priceFormWords } from "../../../../_price-form/words";
import { editPrice } from "../../../../actions";
import { priceInWords } from "../../../../price-words";
import { priceOfPage, type PricePageProps } from "../price-page";

/** Changes what of a price may change, and says what may not. */
export default async function EditPricePage(props: PricePageProps) {
  const { viewer, product, price } = await priceOfPage(props);
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const common = translator(locale, "common");
  const back = paths.price(viewer, product.id, price.id);
  const initial = typedOf(price, locale);
  const another = `${paths.newPrice(viewer, product.id)}?like=${encodeURIComponent(price.id)}`;
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <Notice title={t("fixedTitle", { price: priceInWords(price, locale) })}>
        {t("fixed")} <a href={another}>{t("duplicateInstead")}</a>
      </Notice>
      <ActionForm action={editPrice} formKey={newFormKey()} labels={priceLabels(locale, initial)}>
        <input type="hidden" name="id" value={price.id} />
        <ChangeableFields
          words={priceFormWords(locale)}
          initial={initial}
          kept={currenciesOf(price)}
          model={modelNameOf(price)}
          taxIsSettled={price.taxBehavior === "unspecified" ? null : t("taxSettled")}
        />
        <MetadataGroup viewer={viewer} metadata={price.metadata} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "prices")("editTitle"));
