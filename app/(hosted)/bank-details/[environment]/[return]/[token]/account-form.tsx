import type { AccountAddress } from "#lib/cash/account-address";
import { accountKindOf } from "#lib/cash/account-kinds";
import type { OpenedReturn } from "#lib/cash/account-page";
import { answerUntil } from "#lib/cash/answer-until";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { newFormKey } from "../../../../../_server/form-key";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { nameAccount } from "./actions";

type AccountFormProps = { address: AccountAddress; opened: OpenedReturn; until: number; locale: Locale };

/** Asks for what it takes to send this currency to a bank account. */
export function AccountForm({ address, opened, until, locale }: AccountFormProps) {
  const t = translator(locale, "bankDetails");
  const { environment } = opened.viewer;
  const { number, routing, example } = accountKindOf(opened.cashReturn.currency);
  const hint = (value: string | null) =>
    environment.kind === "test" && value !== null ? t("example", { value }) : undefined;
  const labels = { number: t(`numbers.${number}`), routing: routing ? t(`routings.${routing}`) : "" };
  const business = { name: opened.sender.name, timeZone: environment.timeZone };
  return (
    <>
      <ActionForm action={nameAccount.bind(null, address)} formKey={newFormKey()} labels={labels}>
        {routing && (
          <FormTextField
            name="routing"
            label={labels.routing}
            hint={hint(example.routing)}
            attributes={{ required: true, autoComplete: "off", spellCheck: false, maxLength: 20 }}
          />
        )}
        <FormTextField
          name="number"
          label={labels.number}
          hint={hint(example.number)}
          attributes={{ required: true, autoComplete: "off", spellCheck: false, maxLength: 50 }}
        />
        <FormActions>
          <Button tone="primary">{t("submit")}</Button>
        </FormActions>
      </ActionForm>
      <p className="text-soft">{answerUntil(until, business, locale)}</p>
    </>
  );
}
