import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { waitsForDeposits } from "#lib/microdeposits/waits";
import { brandName, methodName } from "#lib/payment-methods/method-name";
import type { MethodFacts } from "#lib/payments/method-facts";
import { waitsForTransfer } from "#lib/payments/transfer-instructions";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { isKeyOf } from "../../../_words/is-key-of";
import { moneyOf } from "../../../_words/money-of";
import { timeViewOf } from "../../../_words/time-view-of";

type Reader = Pick<Viewer, "locale">;

/** "Visa ending 4242". */
export function methodWords({ locale }: Reader, method: MethodFacts): string {
  const { type, brand, last4 } = method;
  return type === null || last4 === null
    ? nameOfMethod({ locale }, method)
    : methodName({ type, brand, last4 }, locale);
}

/** "Visa", "SEPA debit". */
export function nameOfMethod({ locale }: Reader, { type, brand }: MethodFacts): string {
  if (type === null) return translator(locale, "payment")("someMethod");
  return brandName(brand) ?? translator(locale, "methods")(`type.${type}`);
}

export function whereOf({ type }: MethodFacts): "card" | "account" | "cash" {
  if (type === "customer_balance") return "cash";
  return type === "card" || type === null ? "card" : "account";
}

/** Why an attempt failed, in plain words. */
export function declineWords({ locale }: Reader, code: string | null): string {
  const t = translator(locale, "payment");
  const known = code !== null && isKeyOf(catalogues.en.payment.declines, code) ? code : "card_declined";
  return t(`declines.${known}`);
}

export function refundFailureWords({ locale }: Reader, reason: string | null): string {
  const t = translator(locale, "payment");
  const known = reason !== null && isKeyOf(catalogues.en.payment.refundFailure, reason) ? reason : "unknown";
  return t(`refundFailure.${known}`);
}

/** A reason as it was chosen, in small letters; null for none, or one that has no words. */
export function reasonWords({ locale }: Reader, reason: string | null): string | null {
  if (reason === null || !isKeyOf(catalogues.en.payment.reason, reason)) return null;
  return translator(locale, "payment")(`reason.${reason}`);
}

/** Who did it: a colleague by name, the name of a key, or Comptoir. */
export function actorWords({ locale }: Reader, { type, name }: Viewer["actor"]): string {
  const t = translator(locale, "payment");
  if (type === "system") return t("happened.system");
  if (type === "key") return name === null ? t("happened.someKey") : t("happened.key", { name });
  return name ?? t("happened.system");
}

/** Where a payment stands, in a sentence. */
export function stateWords(
  viewer: Viewer,
  payment: PaymentIntentRow,
  charge: ChargeRow | null,
  method: MethodFacts,
): string {
  const t = translator(viewer.locale, "payment");
  const state = payment.paymentStatus;
  switch (state) {
    case "succeeded": {
      if (payment.amountReceived >= payment.amount) return t("state.succeeded");
      const captured = moneyOf(viewer, payment.amountReceived, payment.currency);
      return t("state.captured", { captured, amount: moneyOf(viewer, payment.amount, payment.currency) });
    }
    case "refunded":
    case "partially_refunded": {
      const amount = moneyOf(viewer, payment.amountRefunded, payment.currency);
      return t(`state.${state}`, { amount, where: t(`where.${whereOf(method)}`) });
    }
    case "uncaptured": {
      if (!charge?.captureBefore) return t("state.uncaptured");
      const date = formatDate(charge.captureBefore, timeViewOf(viewer));
      if (payment.amountReceived === 0) return t("state.uncapturedUntil", { date });
      const captured = moneyOf(viewer, payment.amountReceived, payment.currency);
      const amount = moneyOf(viewer, payment.amount, payment.currency);
      return t("state.uncapturedPart", { captured, amount, date });
    }
    case "incomplete":
      if (payment.status !== "requires_action") return t("state.incomplete");
      if (waitsForTransfer(payment)) {
        const received = moneyOf(viewer, payment.cashApplied, payment.currency);
        return t("state.funding", { received, amount: moneyOf(viewer, payment.amount, payment.currency) });
      }
      return waitsForDeposits(payment) ? t("state.verifying") : t("state.authenticating");
    default:
      return t(`state.${state}`);
  }
}
