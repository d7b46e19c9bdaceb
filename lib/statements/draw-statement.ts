import PDFDocument from "pdfkit";
import type { Scope } from "#db/transaction";
import { formatDate, formatMonth, formatNumber, moneyParts } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { layOut, page, type Paragraph } from "#lib/pdf/text-pdf";
import { categoryName } from "./category-name.ts";
import type { Statement } from "./read-statement.ts";
import type { StatementOf } from "./sum-activity.ts";

interface Asked {
  statement: Statement;
  accountName: string;
  environment: string;
  timeZone: string;
  locale: Locale;
  /** Milliseconds. */
  now: number;
}

const { margin } = page;
const width = page.width - 2 * margin;
/** Where columns of figures end, from the left edge of the page. */
const ends = [0.52, 0.68, 0.84, 1].map((share) => margin + share * width);

/** A statement as a page of PDF. Takes a while, so a worker does it. */
export async function drawStatement(_scope: Scope, asked: Asked): Promise<Uint8Array> {
  const { statement, accountName, locale } = asked;
  const pdf = new PDFDocument({ size: "A4", margin, info: { Title: `${accountName} ${statement.month}` } });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on("end", () => resolve()));
  pdf.y = layOut(pdf, headOf(asked));
  for (const of of statement.currencies) drawCurrency(pdf, of, locale);
  if (statement.currencies.length === 0) {
    const nothing = printable(translator(locale, "balances")("statement.nothing"));
    pdf.moveDown().font("Helvetica").fontSize(10).text(nothing, margin);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Whose statement it is, and of when: names are written as people write them, in the letters of many languages. */
function headOf({ statement, accountName, environment, locale, timeZone, now }: Asked): Paragraph[] {
  const t = translator(locale, "balances");
  const view = { locale, timeZone };
  const dates = { from: formatDate(statement.start, view), to: formatDate(statement.end - 1, view) };
  const lines = [
    `${t("statement.title")} · ${formatMonth(statement.start, view)}`,
    `${environment} · ${t("statement.days", dates)} (${timeZone})`,
    ...(statement.isFinal ? [] : [t("statement.open", { date: formatDate(now, view) })]),
  ];
  const body = lines.map((text) => ({ style: "body" as const, text: printable(text) }));
  return [{ style: "title", text: accountName }, ...body];
}

type Pdf = InstanceType<typeof PDFDocument>;

function drawCurrency(pdf: Pdf, { currency, opening, activity, closing }: StatementOf, locale: Locale): void {
  const t = translator(locale, "balances");
  const figure = (amount: number) =>
    isCurrency(currency) ? moneyParts({ amount, currency }, locale).figure : "";
  pdf
    .moveDown(1.5)
    .fillColor("#000")
    .font("Helvetica-Bold")
    .fontSize(12)
    .text(currency.toUpperCase(), margin);
  line(pdf, ["", t("count"), t("gross"), t("fees"), t("net")], "Helvetica-Bold");
  line(pdf, [t("statement.opening"), "", "", "", figure(opening)], "Helvetica-Bold");
  for (const { category, count, amount, fee, net } of activity) {
    const figures = [formatNumber(count, locale), figure(amount), figure(fee), figure(net)];
    line(pdf, [categoryName(locale, category), ...figures], "Helvetica");
  }
  line(pdf, [t("statement.closing"), "", "", "", figure(closing)], "Helvetica-Bold");
}

/** A line of the table, and a new page where there is no room. */
function line(pdf: Pdf, [label = "", ...figures]: string[], font: string): void {
  if (pdf.y > 760) pdf.addPage();
  const y = pdf.y + 4;
  pdf.font(font).fontSize(10);
  pdf.text(printable(label), margin, y, { width: width * 0.42, lineBreak: false, ellipsis: true });
  figures.forEach((text, index) => {
    const end = ends[index] ?? margin;
    pdf.text(printable(text), end - width * 0.16, y, {
      width: width * 0.16,
      align: "right",
      lineBreak: false,
    });
  });
  pdf
    .moveTo(margin, y + 14)
    .lineTo(margin + width, y + 14)
    .lineWidth(0.5)
    .strokeColor("#bbb")
    .stroke();
  pdf.y = y + 16;
}

/** The built-in fonts have no narrow spaces and no true minus. */
function printable(text: string): string {
  return text.replaceAll(/[\u202f\u00a0]/g, " ").replaceAll("\u2212", "-");
}
