import type { Viewer } from "#lib/auth/viewer";
import { formatDate, formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import type { Paragraph } from "#lib/pdf/text-pdf";
import type { DisputeCase } from "../dispute-case.ts";
import { textFields, type TextField } from "../types.ts";

/** The letter is read first. */
const order: TextField[] = [
  "uncategorized_text",
  ...(Object.keys(textFields) as TextField[]).filter((field) => field !== "uncategorized_text"),
];

/** What the bank reads before the files: what it is about, and all that was written. `proof`: said after it. */
export function coverOf(viewer: Viewer, found: DisputeCase, proof: readonly Paragraph[]): Paragraph[] {
  const t = translator(viewer.locale, "disputes");
  return [
    { style: "title", text: t("packet.title", { account: viewer.environment.accountName }) },
    ...factsOf(viewer, found),
    ...written(viewer, found),
    ...proof,
  ];
}

function factsOf(viewer: Viewer, { dispute, charge }: DisputeCase): Paragraph[] {
  const { locale, environment } = viewer;
  const t = translator(locale, "disputes");
  const { amount, currency, id } = dispute;
  const money = isCurrency(currency) ? formatMoney(amount, currency, locale) : `${amount} ${currency}`;
  const paid = formatDate(charge.capturedAt ?? charge.createdAt, { locale, timeZone: environment.timeZone });
  const last4 = charge.paymentMethodDetails.card?.last4;
  const facts = [
    t("packet.case", { id }),
    t("packet.about", { amount: money, date: paid }),
    last4 ? t("packet.card", { last4 }) : null,
    charge.calculatedStatementDescriptor &&
      t("packet.statement", { text: charge.calculatedStatementDescriptor }),
  ];
  return facts.flatMap((text) => (text ? [{ style: "body" as const, text }] : []));
}

function written({ locale }: Viewer, { dispute: { evidence } }: DisputeCase): Paragraph[] {
  const t = translator(locale, "disputes");
  return order.flatMap((field) => {
    const text = evidence[field];
    if (!text) return [];
    return [
      { style: "heading" as const, text: t(`field.${field}`) },
      { style: "body" as const, text },
    ];
  });
}
