import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { ProductRow } from "#lib/products/wire";
import { FormCheckboxesField, FormTextField } from "../../../../_forms/fields";
import { Disclosure } from "../../../../_ui/disclosure";

/** How often and until when a coupon can be redeemed, and on what. */
export function CouponLimits({ locale, products }: { locale: Locale; products: ProductRow[] }) {
  const t = translator(locale, "coupons");
  const note = translator(locale, "common")("optional");
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <FormTextField
          name="maxRedemptions"
          label={t("maxRedemptions")}
          note={note}
          hint={t("maxRedemptionsHint")}
          attributes={{ inputMode: "numeric", autoComplete: "off" }}
        />
        <FormTextField
          name="redeemBy"
          label={t("redeemBy")}
          note={note}
          hint={t("redeemByHint")}
          attributes={{ type: "date" }}
        />
      </div>
      {products.length > 0 && (
        <Disclosure summary={t("limitToProducts")}>
          <div className="pt-3">
            <FormCheckboxesField
              name="products"
              label={t("products")}
              options={products.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        </Disclosure>
      )}
    </>
  );
}
