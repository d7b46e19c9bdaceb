import type { ChallengePurpose } from "#lib/auth/passkeys/challenge";
import { askToUsePasskey } from "#lib/auth/passkeys/assertion";
import type { Passkey } from "#lib/auth/passkeys/passkeys";
import { relyingParty } from "#lib/auth/passkeys/relying-party";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../_forms/action-form";
import type { FormAction } from "../_forms/form-state";
import { newFormKey } from "../_server/form-key";
import { PasskeyButton } from "./passkey-button";

type UsePasskeyProps = {
  action: FormAction;
  purpose: ChallengePurpose;
  /** The person's own; without it any that the device has. */
  among?: readonly Passkey[];
  /** Where it leads on to. */
  next: string;
  locale: Locale;
};

/** The other way in: a button instead of something to type. Nothing where browsers make no passkeys. */
export async function UsePasskey({ action, purpose, among, next, locale }: UsePasskeyProps) {
  if (!relyingParty() || among?.length === 0) return null;
  const t = translator(locale, "passkeys");
  return (
    <ActionForm action={action} formKey={newFormKey()} label={t("use")}>
      <input type="hidden" name="next" value={next} />
      <PasskeyButton
        ask={{ use: await askToUsePasskey(purpose, among) }}
        label={t("use")}
        failed={t("useFailed")}
      />
    </ActionForm>
  );
}
