import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listProducts } from "#lib/products/queries";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { MetadataGroup } from "../../_parts/metadata-group";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Disclosure } from "../../../../_ui/disclosure";
import { currencyWords } from "../../_parts/currency-words";
import { addCoupon } from "../actions";
import { couponLabels, couponWords } from "../form-words";
import { CouponLimits } from "./coupon-limits";
import { TermFields } from "./term-fields";

const mostProducts = 100;

/** Adds a coupon. */
export default async function NewCouponPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale } = viewer;
  const { rows: products } = await listProducts(viewer, { limit: mostProducts }, { active: true });
  const t = translator(locale, "coupons");
  const note = translator(locale, "common")("optional");
  const back = paths.coupons(viewer);
  return (
    <DialogPage title={t("addTitle")} close={{ href: back, label: t("back") }}>
      <p className="text-soft">{t("addText")}</p>
      <ActionForm action={addCoupon} formKey={newFormKey()} labels={couponLabels(locale)}>
        <TermFields
          words={{ ...currencyWords(locale), ...couponWords(locale) }}
          currency={viewer.environment.currency}
        />
        <FormTextField
          name="name"
          label={t("name")}
          note={note}
          hint={t("nameHint")}
          attributes={{ maxLength: 40, autoComplete: "off" }}
        />
        <CouponLimits locale={locale} products={products} />
        <Disclosure summary={t("more")}>
          <div className="grid gap-5 pt-3">
            <FormTextField
              name="id"
              label={t("id")}
              note={note}
              hint={t("idHint")}
              attributes={{ maxLength: 200, autoComplete: "off" }}
            />
            <MetadataGroup viewer={viewer} metadata={{}} />
          </div>
        </Disclosure>
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("addTitle"));
