import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { Disclosure } from "../../../_ui/disclosure";
import { FormActions } from "../../../_ui/form";
import { changeMode } from "../cash-actions";
import type { CustomerPartProps } from "./customer-details";

const modes = ["merchant_default", "automatic", "manual"] as const;

/** Whether what the customer sends ahead pays what waits for it by itself. */
export function CashMode({ viewer, customer }: CustomerPartProps) {
  const t = translator(viewer.locale, "cash");
  const now = customer.reconciliationMode;
  const words = <p className="text-soft">{t(`mode.now.${now ?? "automatic"}`)}</p>;
  if (!may(viewer, "customers:write")) return words;
  return (
    <>
      {words}
      <Disclosure summary={t("mode.title")}>
        <ActionForm action={changeMode} formKey={newFormKey()} label={t("mode.title")}>
          <input type="hidden" name="customer" value={customer.id} />
          <FormSelectField
            name="mode"
            label={t("mode.label")}
            defaultValue={now ?? "merchant_default"}
            options={modes.map((value) => ({ value, label: t(`mode.options.${value}`) }))}
          />
          <FormActions>
            <Button>{t("mode.submit")}</Button>
          </FormActions>
        </ActionForm>
      </Disclosure>
    </>
  );
}
