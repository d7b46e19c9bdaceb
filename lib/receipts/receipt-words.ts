import { contactWays } from "#lib/accounts/contact-ways";
import { supportAddressLine } from "#lib/accounts/support-address-line";
import { formatDate, formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { methodName } from "#lib/payment-methods/method-name";
import type { Receipt } from "./read-receipt.ts";

/** A receipt in words: what the mail and the page both say. */
export interface ReceiptWords {
  title: string;
  introduction: string;
  /** Said where nobody was charged. */
  test: string | null;
  /** What became of it at the bank. */
  dispute: string | null;
  facts: { label: string; value: string }[];
  lines: { key: string; label: string; value: string; amount: number }[];
  total: { label: string; value: string; amount: number };
  contact: string | null;
  /** Where the business is, on one line. */
  address: string | null;
  policies: { label: string; href: string }[];
}

/** The receipt in a language. */
export function receiptWords(receipt: Receipt, locale: Locale): ReceiptWords {
  const t = translator(locale, "receipts");
  const money = (amount: number) => formatMoney(amount, receipt.currency, locale);
  const date = (at: number) => formatDate(at, { locale, timeZone: receipt.timeZone });
  const refunded = receipt.refunds.reduce((sum, refund) => sum + refund.amount, 0);
  const net = receipt.paid - refunded;
  const facts = [
    { label: t("number"), value: receipt.number },
    { label: t("paidOn"), value: date(receipt.paidAt) },
    { label: t("method"), value: receipt.method && methodName(receipt.method, locale) },
    { label: t("billedTo"), value: receipt.billedTo },
    { label: t("for"), value: receipt.description },
  ];
  return {
    title: t("title", { name: receipt.sender.name }),
    introduction: introduction(receipt, refunded, locale),
    test: receipt.test ? t("test") : null,
    dispute: receipt.dispute && t(`dispute.${receipt.dispute}`),
    facts: facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
    lines: [
      { key: receipt.chargeId, label: t("payment"), value: money(receipt.paid), amount: receipt.paid },
      ...receipt.refunds.map(({ id, amount, at }) => ({
        key: id,
        label: t("refundOn", { date: date(at) }),
        value: money(-amount),
        amount: -amount,
      })),
    ],
    total: { label: refunded === 0 ? t("total") : t("totalAfterRefunds"), value: money(net), amount: net },
    contact: contactWords(receipt, locale),
    address: addressWords(receipt, locale),
    policies: policiesOf(receipt, locale),
  };
}

function introduction(receipt: Receipt, refunded: number, locale: Locale): string {
  const t = translator(locale, "receipts");
  const amount = formatMoney(refunded === 0 ? receipt.paid : refunded, receipt.currency, locale);
  const { name } = receipt.sender;
  if (refunded === 0) return t("paid", { name, amount });
  return refunded >= receipt.paid ? t("refunded", { name, amount }) : t("partlyRefunded", { name, amount });
}

/** How the business is reached; null where it tells of no way. */
export function contactWords({ sender }: Pick<Receipt, "sender">, locale: Locale): string | null {
  const ways = contactWays(sender).map(({ text }) => text);
  if (ways.length === 0) return null;
  return translator(locale, "receipts").markup("contact", {
    name: sender.name,
    ways: () => ways.join(" · "),
  });
}

function addressWords({ sender }: Receipt, locale: Locale): string | null {
  const line = supportAddressLine(sender, locale);
  return line && `${sender.name}, ${line}`;
}

function policiesOf({ sender }: Receipt, locale: Locale): ReceiptWords["policies"] {
  const t = translator(locale, "receipts");
  const policies = [
    { label: t("terms"), href: sender.termsUrl },
    { label: t("privacy"), href: sender.privacyUrl },
  ];
  return policies.flatMap(({ label, href }) => (href === null ? [] : [{ label, href }]));
}
