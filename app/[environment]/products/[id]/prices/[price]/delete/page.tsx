import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../_server/page-title";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { removePrice } from "../../../../actions";
import { priceInWords } from "../../../../price-words";
import { priceOfPage, type PricePageProps } from "../price-page";

/** Says what deleting a price means, then does it. */
export default async function DeletePricePage(props: PricePageProps) {
  const { viewer, product, price } = await priceOfPage(props);
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const back = paths.price(viewer, product.id, price.id);
  const isDefault = product.defaultPriceId === price.id;
  return (
    <DialogPage title={t("deleteTitle")} close={{ href: back, label: t("backToOne") }}>
      <p>{t("deleteText", { price: priceInWords(price, locale), product: product.name })}</p>
      <ActionForm action={removePrice} formKey={newFormKey()}>
        <input type="hidden" name="id" value={price.id} />
        <FormEnd
          locale={locale}
          submit={t("deleteSubmit")}
          back={back}
          tone="danger"
          disabledReason={isDefault ? t("defaultStays") : null}
        />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "prices")("deleteTitle"));
