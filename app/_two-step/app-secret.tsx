import { totpAddress } from "#lib/auth/totp";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { QrCode } from "../_ui/qr-code";

/** What an authenticator app is given: as a picture, and as letters to type. */
export function AppSecret({ secret, email, locale }: { secret: string; email: string; locale: Locale }) {
  const t = translator(locale, "auth");
  return (
    <div className="grid gap-3">
      <QrCode text={totpAddress(secret, email)} label={t("twoStep.picture")} />
      <p className="text-soft">
        {t("twoStep.type")} <code>{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
    </div>
  );
}
