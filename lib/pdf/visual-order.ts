import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/** A stretch of a line that is written in one direction. */
export interface Stretch {
  text: string;
  direction: "ltr" | "rtl";
}

/** Which way a paragraph runs: as its first letter does. */
export function directionOf(paragraph: string): Stretch["direction"] {
  const [first] = bidi.getEmbeddingLevels(paragraph, "auto").paragraphs;
  return first && first.level % 2 === 1 ? "rtl" : "ltr";
}

/** A line of a paragraph, as stretches from left to right. Source: Unicode Standard Annex 9, rule L2 */
export function inVisualOrder(line: string, direction: Stretch["direction"]): Stretch[] {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(line, direction);
  const order = bidi.getReorderedIndices(line, { levels, paragraphs });
  const stretches: { level: number; units: number[] }[] = [];
  for (const at of order) {
    const level = levels[at] ?? 0;
    const last = stretches.at(-1);
    if (last && last.level === level) last.units.push(at);
    else stretches.push({ level, units: [at] });
  }
  return stretches.map(({ level, units }) => {
    const text = line.slice(Math.min(...units), Math.max(...units) + 1);
    return level % 2 === 1 ? { text: mirrored(text), direction: "rtl" } : { text, direction: "ltr" };
  });
}

/** Brackets open to the other side. */
function mirrored(text: string): string {
  return [...text].map((sign) => bidi.getMirroredCharacter(sign) ?? sign).join("");
}
