import type { Viewer } from "#lib/auth/viewer";
import { formatDate, formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { type Paragraph, textPdf } from "#lib/pdf/text-pdf";
import { type AttachedFile, attachedFiles } from "./attach-evidence.ts";
import { type DisputeCase, getDisputeCase } from "./dispute-case.ts";
import { textFields, type TextField } from "./types.ts";

const order = Object.keys(textFields) as TextField[];

/**
 * The evidence of a dispute as its bank reads it, drafted or sent: a page that says what it is about, what was
 * written, and which files follow. Needs disputes:read and payments:read.
 */
export async function evidencePacket(viewer: Viewer, disputeId: string): Promise<Buffer> {
  const found = await getDisputeCase(viewer, disputeId);
  const files = await attachedFiles(viewer, found.dispute);
  const t = translator(viewer.locale, "disputes");
  const title = t("packet.title", { account: viewer.environment.accountName });
  return textPdf(title, [
    { style: "title", text: title },
    ...factsOf(viewer, found),
    ...written(viewer, found),
    ...named(viewer, files),
  ]);
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

function named({ locale }: Viewer, files: readonly AttachedFile[]): Paragraph[] {
  if (files.length === 0) return [];
  const t = translator(locale, "disputes");
  return [
    { style: "heading", text: t("packet.files") },
    ...files.map(({ field, file }) => ({
      style: "body" as const,
      text: `${t(`field.${field}`)}: ${file.filename}`,
    })),
  ];
}
