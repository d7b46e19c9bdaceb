import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../../_forms/form-end";
import { MetadataGroup } from "../../../../../_parts/metadata-group";
import { newFormKey } from "../../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../../_server/page-title";
import { DialogPage } from "../../../../../../../_ui/dialog-page";
import { currencyWords } from "../../../../../_parts/currency-words";
import { OtherAmounts, SubmitFirst } from "../../../../../_parts/other-currencies";
import { typedAmounts } from "../../../../../_parts/typed-amounts";
import { editCode } from "../../../../actions";
import { codeOf, type CodePageProps } from "../code-page";

/** Changes what of a promotion code may change. */
export default async function EditCodePage(props: CodePageProps) {
  const {
    viewer,
    code: { row },
  } = await codeOf(props);
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const common = translator(locale, "common");
  const back = paths.promotionCode(viewer, row.couponId, row.id);
  const { minimumAmountCurrency: currency, currencyOptions } = row;
  return (
    <DialogPage title={t("editCodeTitle", { code: row.code })} close={{ href: back, label: t("backToCode") }}>
      <p className="text-soft">{t("editCodeText")}</p>
      <ActionForm action={editCode} formKey={newFormKey()}>
        <SubmitFirst />
        <input type="hidden" name="id" value={row.id} />
        {currency !== null && (
          <>
            <input type="hidden" name="currency" value={currency} />
            <OtherAmounts
              words={currencyWords(locale)}
              initial={typedAmounts({ currency, currencyOptions }, locale)}
              kept={Object.keys(currencyOptions)}
              label={t("minimum")}
            />
          </>
        )}
        <MetadataGroup viewer={viewer} metadata={row.metadata} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("editCode"));
