// Of the letters from the space on, thousandths of the font's size. Source: Adobe's metrics of Helvetica.
// prettier-ignore
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const usual = 556;

/** How wide a text is in a size, both in points. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widths[letter.charCodeAt(0) - 32] ?? usual;
  return (width * size) / 1000;
}

/** What Windows' alphabet has beyond Latin-1. */
const beyond: Record<string, number | undefined> = {
  ...{ "€": 0x80, "…": 0x85, Œ: 0x8c, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94 },
  ...{ "•": 0x95, "–": 0x96, "—": 0x97, œ: 0x9c, "\u202f": 0xa0 },
};

/** A text as a string of the document writes it, a byte a letter; what the alphabet lacks is a question mark. */
export function encode(text: string): string {
  return [...text]
    .map((letter) => {
      const code = beyond[letter] ?? letter.codePointAt(0) ?? 63;
      return code < 32 || code > 255 ? "?" : String.fromCharCode(code);
    })
    .join("")
    .replaceAll(/[\\()]/g, String.raw`\$&`);
}
