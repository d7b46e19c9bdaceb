import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { FormCheckboxesField, FormSelectField, FormTextField } from "../../../../../../_forms/fields";
import { Disclosure } from "../../../../../../_ui/disclosure";
import { currencyWords } from "../../../../_parts/currency-words";
import { MetadataGroup } from "../../../../_parts/metadata-group";
import { OtherAmounts } from "../../../../_parts/other-currencies";

type CodeFieldsProps = { viewer: Viewer; currency: string };

/** What a promotion code is and its limits; `currency`: of the least amount, unless another one is chosen. */
export function CodeFields({ viewer, currency }: CodeFieldsProps) {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const note = translator(locale, "common")("optional");
  return (
    <>
      <FormTextField
        name="code"
        label={t("code")}
        note={note}
        hint={t("codeHint")}
        attributes={{ maxLength: 500, autoComplete: "off" }}
      />
      <FormCheckboxesField
        name="firstTime"
        label={t("who")}
        options={[{ value: "yes", label: t("firstTime"), hint: t("firstTimeHint") }]}
      />
      <FormTextField
        name="customer"
        label={t("customer")}
        note={note}
        hint={t("customerHint")}
        attributes={{ autoComplete: "off", placeholder: "cus_…" }}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <FormTextField
          name="maxRedemptions"
          label={t("maxRedemptions")}
          note={note}
          attributes={{ inputMode: "numeric", autoComplete: "off" }}
        />
        <FormTextField name="expiresAt" label={t("expiresAt")} note={note} attributes={{ type: "date" }} />
      </div>
      <MinimumFields viewer={viewer} currency={currency} />
    </>
  );
}

function MinimumFields({ viewer, currency }: CodeFieldsProps) {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const words = currencyWords(locale);
  return (
    <>
      <Disclosure summary={t("minimumTitle")}>
        <div className="grid gap-5 pt-3">
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <FormTextField
              name="minimum"
              label={t("minimum")}
              attributes={{ inputMode: "decimal", autoComplete: "off" }}
            />
            <FormSelectField
              name="currency"
              label={words.currency}
              options={words.currencies}
              defaultValue={currency}
            />
          </div>
          <OtherAmounts words={words} initial={{ currency }} label={t("minimum")} />
        </div>
      </Disclosure>
      <Disclosure summary={t("metadata")}>
        <div className="grid gap-5 pt-3">
          <MetadataGroup viewer={viewer} metadata={{}} />
        </div>
      </Disclosure>
    </>
  );
}
