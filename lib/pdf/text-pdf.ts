import PDFDocument from "pdfkit";
import type { Scope } from "#db/transaction";
import { type Run, runsOf, spelled, type Weight } from "./fonts.ts";
import { directionOf, inVisualOrder, type Stretch } from "./visual-order.ts";

/** A paragraph of a document, in one of its sizes. */
export interface Paragraph {
  style: "title" | "heading" | "body";
  text: string;
}

interface TextDocument {
  title: string;
  paragraphs: readonly Paragraph[];
}

interface Style {
  weight: Weight;
  size: number;
  before: number;
  after: number;
}

/** Points. */
export const page = { width: 595, height: 842, margin: 64 };
const styles: Record<Paragraph["style"], Style> = {
  title: { weight: "bold", size: 18, before: 0, after: 12 },
  heading: { weight: "bold", size: 11, before: 14, after: 4 },
  body: { weight: "regular", size: 10, before: 0, after: 4 },
};

type Pdf = InstanceType<typeof PDFDocument>;

/** A document of text on A4 pages, as PDF, with what it needs of its fonts inside. Takes a while, so a worker does it. */
export function drawText(_scope: Scope, { title, paragraphs }: TextDocument): Promise<Uint8Array> {
  return textPdf(title, paragraphs);
}

/** The same for whoever is in a worker already. */
export async function textPdf(title: string, paragraphs: readonly Paragraph[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", margin: 0, info: { Title: title, Producer: "Comptoir" } });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on("end", () => resolve()));
  layOut(pdf, paragraphs);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Writes paragraphs below each other, from the top of a page on; returns where they end. */
export function layOut(pdf: Pdf, paragraphs: readonly Paragraph[]): number {
  let top = page.margin;
  for (const { style: name, text } of paragraphs) {
    const style = styles[name];
    top += style.before;
    for (const line of linesOf(pdf, text, style)) {
      if (top + style.size > page.height - page.margin) {
        pdf.addPage();
        top = page.margin;
      }
      top += style.size * 1.4;
      drawLine(pdf, line, top, style);
    }
    top += style.after;
  }
  return top;
}

/** From the side on which its paragraph begins. */
function drawLine(pdf: Pdf, { text: line, direction }: Line, baseline: number, style: Style): void {
  const { weight, size } = style;
  const width = direction === "rtl" ? widthOf(pdf, line, style) : 0;
  let left = direction === "rtl" ? page.width - page.margin - width : page.margin;
  for (const { face, text } of drawnRuns(spelled(line, weight), direction, weight)) {
    pdf.registerFont(face.name, face.file);
    pdf.font(face.name, size).text(text, left, baseline, { lineBreak: false, baseline: "alphabetic" });
    left += pdf.widthOfString(text);
  }
}

/** The pieces of a spelled line from left to right, each as its font is given it. */
export function drawnRuns(line: string, direction: Line["direction"], weight: Weight): Run[] {
  return inVisualOrder(line, direction).flatMap((stretch) => {
    const isRightToLeft = stretch.direction === "rtl";
    const runs = runsOf(stretch.text, weight);
    if (isRightToLeft) runs.reverse();
    return runs.map(({ face, text }) => ({
      face,
      text: turnedByFont.test(text) === isRightToLeft ? text : [...text].reverse().join(""),
    }));
  });
}

/** What its font writes from right to left by itself, numbers too, which run from left to right. */
const turnedByFont = /[\p{Script=Hebrew}\p{Script=Arabic}\u0660-\u0669]/u;

function widthOf(pdf: Pdf, text: string, { weight, size }: Style): number {
  return runsOf(text, weight).reduce((width, { face, text: piece }) => {
    pdf.registerFont(face.name, face.file);
    return width + pdf.font(face.name, size).widthOfString(piece);
  }, 0);
}

const room = page.width - 2 * page.margin;

/** `direction`: its paragraph's. */
type Line = Stretch;

function linesOf(pdf: Pdf, text: string, style: Style): Line[] {
  return text.split("\n").flatMap((paragraph) => {
    const direction = directionOf(spelled(paragraph, style.weight));
    return brokenLines(pdf, paragraph, style).map((line) => ({ text: line, direction }));
  });
}

function brokenLines(pdf: Pdf, paragraph: string, style: Style): string[] {
  const space = widthOf(pdf, " ", style);
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const word of paragraph.split(/\s+/).flatMap((each) => broken(pdf, each, style))) {
    const more = widthOf(pdf, word, style);
    const fits = width + space + more <= room;
    if (line !== "" && !fits) lines.push(line);
    width = line !== "" && fits ? width + space + more : more;
    line = line !== "" && fits ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** A word in pieces that fit on a line: some are long, and some languages write without spaces. */
function broken(pdf: Pdf, word: string, style: Style): string[] {
  if (widthOf(pdf, word, style) <= room) return [word];
  const pieces = [""];
  let width = 0;
  for (const sign of word) {
    const more = widthOf(pdf, sign, style);
    if (width + more > room) pieces.push("");
    width = width + more > room ? more : width + more;
    pieces.push(`${pieces.pop() ?? ""}${sign}`);
  }
  return pieces;
}
