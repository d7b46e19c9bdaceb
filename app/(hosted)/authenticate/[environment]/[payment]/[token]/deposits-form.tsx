import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { AuthenticationAddress } from "#lib/payments/authentication-page";
import type { WaitingForDeposits } from "#lib/setup-intents/deposits-page";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { PlainPage } from "../../../../../_ui/plain-page";
import { TextField } from "../../../../../_ui/text-field";
import { readStatement } from "./actions";

type DepositsFormProps = {
  address: AuthenticationAddress;
  waiting: WaitingForDeposits;
  /** The last guess was wrong. */
  wrong: boolean;
  locale: Locale;
};

/** Where somebody proves to hold a bank account, by what they read on its statement. */
export function DepositsForm({ address, waiting, wrong, locale }: DepositsFormProps) {
  const t = translator(locale, "authenticate");
  const { viewer, kind, last4 } = waiting;
  const { accountName: merchant, kind: world } = viewer.environment;
  const byCode = kind === "descriptor_code";
  const account = `•• ${last4}`;
  return (
    <PlainPage title={t("deposits.title")} from={merchant}>
      <p>{byCode ? t("deposits.code", { account }) : t("deposits.amounts", { account })}</p>
      {wrong && <Notice tone="hurt" title={t("deposits.wrong")} />}
      {world !== "live" && <Notice tone="wait" title={t("deposits.test")} />}
      <form className="ui-form" action={readStatement.bind(null, address)}>
        {byCode ? (
          <TextField
            name="code"
            label={t("deposits.codeLabel")}
            attributes={{ required: true, maxLength: 20, autoComplete: "off", spellCheck: false }}
          />
        ) : (
          (["first", "second"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`deposits.${name}`)}
              attributes={{ required: true, inputMode: "numeric", maxLength: 4, autoComplete: "off" }}
            />
          ))
        )}
        <FormActions>
          <Button tone="primary">{t("deposits.submit")}</Button>
        </FormActions>
      </form>
    </PlainPage>
  );
}
