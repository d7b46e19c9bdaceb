import { productKindOf, productKinds } from "#lib/disputes/product-kinds";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormRadioField } from "../../../../../_forms/fields";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { sayProduct } from "./actions";
import { CounterStep, counterTitle, type StepPageProps } from "./counter-step";

export const generateMetadata = counterTitle;

/** What was sold: it decides what the bank is to be shown. */
export default function ProductStep(props: StepPageProps) {
  return (
    <CounterStep step="product" page={props}>
      {({ viewer, found, formKey }) => {
        const t = translator(viewer.locale, "disputes");
        return (
          <ActionForm action={sayProduct} formKey={formKey}>
            <input type="hidden" name="dispute" value={found.dispute.id} />
            <FormRadioField
              name="product"
              label={t("product.question")}
              hint={t("product.why")}
              defaultValue={productKindOf(found)}
              options={productKinds.map((kind) => ({
                value: kind,
                label: t(`product.kind.${kind}`),
                hint: t(`product.example.${kind}`),
              }))}
            />
            <FormActions>
              <Button tone="primary">{t("counter.goOn")}</Button>
            </FormActions>
          </ActionForm>
        );
      }}
    </CounterStep>
  );
}
