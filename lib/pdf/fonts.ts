import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import { anyEmoji, typedEmoji } from "./emoji.ts";

export type Weight = "regular" | "bold";

/** A font to write with. Its file goes into the document, less what is not used. */
export interface Face {
  name: string;
  file: Buffer;
  has(sign: string): boolean;
}

/** A piece of a text in one font, which writes it in the direction of its own letters. */
export interface Run {
  face: Face;
  text: string;
}

const require = createRequire(import.meta.url);

/** Latin, Greek and Cyrillic letters first; what they lack is looked for in the others, in turn. */
const folders = [
  { folder: folderOf(require.resolve("@embedpdf/fonts-latin")), family: "NotoSans", ending: "ttf" },
  { folder: folderOf(require.resolve("@embedpdf/fonts-hebrew")), family: "NotoSansHebrew", ending: "ttf" },
  { folder: folderOf(require.resolve("@embedpdf/fonts-arabic")), family: "NotoNaskhArabic", ending: "ttf" },
  { folder: folderOf(require.resolve("@embedpdf/fonts-jp")), family: "NotoSansJP", ending: "otf" },
  { folder: folderOf(require.resolve("@embedpdf/fonts-kr")), family: "NotoSansKR", ending: "otf" },
];

function folderOf(entry: string): string {
  return join(dirname(entry), "..", "fonts");
}

/**
 * A text in signs that some font has. An emoji that none has is written as it is typed, `:-)`, any other sign by its
 * number, `[U+0E01]`: whoever reads it sees that something stands there, and what. Signs that only steer others are left
 * out, but for the one that keeps Persian letters apart.
 */
export function spelled(text: string, weight: Weight): string {
  const typed = text
    .normalize("NFC")
    .replaceAll(anyEmoji, (emoji) => (isWritable(emoji, weight) ? emoji : typedEmoji(emoji)));
  return signsOf(typed)
    .map((sign) => (placeOf(sign, weight) < 0 ? coded(sign) : sign))
    .join("");
}

function isWritable(text: string, weight: Weight): boolean {
  return signsOf(text).every((sign) => placeOf(sign, weight) >= 0);
}

function signsOf(text: string): string[] {
  return [...text.replaceAll(/(?!\u200C)[\p{Cc}\p{Cf}\uFE00-\uFE0F]/gu, "")];
}

/** The same in pieces that each have a font. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const sign of spelled(text, weight)) add(runs, faceOf(placeOf(sign, weight), weight), sign);
  return runs;
}

/** Which of the folders has a sign; -1: none. */
function placeOf(sign: string, weight: Weight): number {
  return folders.findIndex((_, place) => faceOf(place, weight).has(sign));
}

function add(runs: Run[], face: Face, text: string): void {
  const last = runs.at(-1);
  if (last?.face === face) last.text += text;
  else runs.push({ face, text });
}

function coded(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

const opened = new Map<string, Face>();

/** Opened when it is first needed: the Japanese files are large. */
function faceOf(at: number, weight: Weight): Face {
  const { folder = "", family = "", ending = "" } = folders[at] ?? {};
  const name = `${family}-${weight === "bold" ? "Bold" : "Regular"}`;
  const there = opened.get(name);
  if (there) return there;
  const face = open(name, readFileSync(join(folder, `${name}.${ending}`)));
  opened.set(name, face);
  return face;
}

function open(name: string, file: Buffer): Face {
  const font = create(file) as Font;
  return { name, file, has: (sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) };
}
