import { expect, test } from "vitest";
import { countPages } from "#lib/files/pdf-pages";
import { textPdf } from "#lib/pdf/text-pdf";

const body = (text: string) => ({ style: "body" as const, text });

test("a document is a PDF whose table says where each object begins", () => {
  const pdf = textPdf("Réponse", [{ style: "title", text: "Dispute (1)" }, body("64,50 € – “Yes”")]);
  const text = pdf.toString("latin1");
  expect(text.startsWith("%PDF-1.4")).toBe(true);
  expect(text).toContain(String.raw`(Dispute \(1\)) Tj`);
  expect(text).toContain("(64,50 \u0080 \u0096 \u0093Yes\u0094) Tj");
  const [, start = "0"] = /startxref\n(\d+)\n/.exec(text) ?? [];
  expect(text.slice(Number(start), Number(start) + 4)).toBe("xref");
  const places = [...text.matchAll(/(\d{10}) 00000 n /g)].map(([, place]) => Number(place));
  places.forEach((place, index) => expect(text.slice(place).startsWith(`${index + 1} 0 obj`)).toBe(true));
});

test("long texts are broken into lines and pages", () => {
  expect(countPages(textPdf("Long", [body("word ".repeat(4000))]))).toBeGreaterThan(3);
  expect(countPages(textPdf("Wide", [body("w".repeat(400))]))).toBe(1);
  expect(countPages(textPdf("Empty", []))).toBe(1);
});
