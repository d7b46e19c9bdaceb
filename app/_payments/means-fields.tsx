import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { methodName } from "#lib/payment-methods/method-name";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { FormRadioField } from "../_forms/fields";
import { cardExpiry } from "../_words/card-expiry";
import { CardFields } from "./card-fields";
import { typedCard } from "./means-typed";

type MeansFieldsProps = { viewer: Viewer; methods: PaymentMethodRow[]; preferred: string | null };

/** One of the methods kept for the customer, or a card to type. */
export function MeansFields({ viewer, methods, preferred }: MeansFieldsProps) {
  const t = translator(viewer.locale, "collect");
  if (methods.length === 0) {
    return (
      <>
        <input type="hidden" name="method" value={typedCard} />
        <CardFields viewer={viewer} />
      </>
    );
  }
  const first = methods.find(({ id }) => id === preferred) ?? methods[0];
  return (
    <>
      <FormRadioField
        name="method"
        label={t("method")}
        defaultValue={first?.id ?? typedCard}
        options={[
          ...methods.map((method) => ({
            value: method.id,
            label: methodName(method, viewer.locale),
            hint: expiryWords(viewer, method),
          })),
          { value: typedCard, label: t("anotherCard") },
        ]}
      />
      <div className="ui-typed-card">
        <CardFields viewer={viewer} />
      </div>
    </>
  );
}

function expiryWords({ locale }: Viewer, { instrument }: PaymentMethodRow): string | undefined {
  if (instrument.type !== "card") return undefined;
  const date = cardExpiry(instrument.card.expMonth, instrument.card.expYear);
  return date === null ? undefined : translator(locale, "collect")("expires", { date });
}
