import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { FormTextField } from "../_forms/fields";
import { CardNumberField } from "./card-number-field";

/**
 * A card as its holder reads it out. It is the customer's, so the browser neither fills it in nor keeps it, and it is
 * never given back after an error. Read it with `cardShape`.
 */
export function CardFields({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "collect");
  const digits = { inputMode: "numeric", autoComplete: "off", spellCheck: false } as const;
  return (
    <>
      <CardNumberField
        label={t("cardNumber")}
        hint={viewer.environment.kind === "test" ? t("testCards") : undefined}
      />
      <div className="grid grid-cols-2 gap-3">
        <FormTextField
          name="card_expiry"
          label={t("cardExpiry")}
          attributes={{ ...digits, placeholder: t("cardExpiryShape"), maxLength: 9 }}
        />
        <FormTextField name="card_cvc" label={t("cardCvc")} attributes={{ ...digits, maxLength: 4 }} />
      </div>
    </>
  );
}
