import type { Tx } from "#lib/auth/viewer";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { type Letter, letterHtml, letterText } from "#lib/mail/letter";
import { sendToCustomer } from "#lib/mail/send-to-customer";
import type { Currency } from "#lib/money";
import { methodName } from "#lib/payment-methods/method-name";
import type { ChargeRow } from "#lib/payments/wire";
import { readReceipt, type Receipt } from "#lib/receipts/read-receipt";
import { receiptWords } from "#lib/receipts/receipt-words";
import { customerAddress } from "./customer-address.ts";
import type { RefundRow } from "./wire.ts";

/** Tells the customer of a refund that was sent, where whoever made it wrote them something. */
export async function mailRefund(tx: Tx, refund: RefundRow, charge: ChargeRow): Promise<void> {
  const to = refund.customerMessage === null ? null : await customerAddress(tx, charge);
  if (to === null) return;
  const receipt = await readReceipt(tx, tx.viewer.environment, charge);
  const locale = receipt.language ?? receipt.sender.locale;
  const letter = letterOf(refund, receipt, locale);
  await sendToCustomer(tx, {
    kind: "refund",
    to,
    language: locale,
    subject: translator(locale, "receipts")("refund.subject", {
      amount: amountOf(refund, locale),
      name: receipt.sender.name,
    }),
    text: letterText(letter, locale),
    html: letterHtml(letter, locale),
    subjectId: refund.id,
    paymentIntentId: refund.paymentIntentId,
  });
}

function letterOf(refund: RefundRow, receipt: Receipt, locale: Locale): Letter {
  const t = translator(locale, "receipts");
  const { test, contact } = receiptWords(receipt, locale);
  const { method, paid, currency, sender } = receipt;
  const reference = refund.destination?.reference;
  return {
    title: t("refund.title", { amount: amountOf(refund, locale) }),
    from: sender.name,
    banner: test,
    introduction: refund.customerMessage ?? "",
    lines: [
      ...(method ? [{ label: t("refund.method"), value: methodName(method, locale) }] : []),
      { label: t("refund.paid"), value: formatMoney(paid, currency, locale) },
    ],
    total: { label: t("refund.amount"), value: amountOf(refund, locale) },
    link: null,
    foot: [
      refund.destination?.type === "reversal" ? t("refund.reversal") : t("refund.arrives"),
      reference ? t("refund.reference", { reference }) : null,
      contact,
    ].filter((text) => text !== null),
  };
}

function amountOf({ amount, currency }: RefundRow, locale: Locale): string {
  return formatMoney(amount, currency as Currency, locale);
}
