import type Stripe from "stripe";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { Notice } from "../../../../_ui/notice";
import { isKeyOf } from "../../../../_words/is-key-of";
import { declineWords } from "../words";

type DeclineNoticeProps = { viewer: Viewer; error: Stripe.PaymentIntent.LastPaymentError };

/** Why the last attempt failed, and what to do about it. */
export function DeclineNotice({ viewer, error }: DeclineNoticeProps) {
  const t = translator(viewer.locale, "collect");
  const why = declineWords(viewer, error.decline_code ?? error.code ?? null);
  const advice = error.advice_code ?? "other";
  const known = isKeyOf(catalogues.en.collect.advice, advice) ? advice : "other";
  return (
    <Notice tone="hurt" title={t("declined", { why })}>
      <p>{t(`advice.${known}`)}</p>
    </Notice>
  );
}
