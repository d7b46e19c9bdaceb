import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormEnd } from "../../../_forms/form-end";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { Section, Stack } from "../../../_ui/section";
import { PriceFields } from "../_price-form/price-fields";
import { emptyPrice, priceLabels } from "../_price-form/price-labels";
import { priceFormWords } from "../_price-form/words";
import { addProduct } from "../actions";
import { ProductFields, productLabels } from "../product-fields";

/** Adds a product with its first price. */
export default async function NewProductPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale } = viewer;
  const t = translator(locale, "products");
  const initial = emptyPrice(viewer.environment.currency);
  const back = paths.products(viewer);
  return (
    <DialogPage title={t("addTitle")} close={{ href: back, label: t("back") }}>
      <ActionForm
        action={addProduct}
        formKey={newFormKey()}
        labels={{ ...productLabels(locale), ...priceLabels(locale, initial) }}
      >
        <Stack>
          <Section title={t("product")}>
            <div className="ui-form">
              <ProductFields viewer={viewer} />
            </div>
          </Section>
          <Section title={t("firstPrice")}>
            <PriceFields words={priceFormWords(locale)} initial={initial} />
          </Section>
        </Stack>
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("addTitle"));
