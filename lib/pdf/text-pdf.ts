import { encode, widthOf } from "./helvetica.ts";

/** A paragraph of a document, in one of its sizes. */
export interface Paragraph {
  style: "title" | "heading" | "body";
  text: string;
}

const page = { width: 595, height: 842, margin: 64 };
const styles = {
  title: { font: "F2", size: 18, before: 0, after: 12 },
  heading: { font: "F2", size: 11, before: 14, after: 4 },
  body: { font: "F1", size: 10, before: 0, after: 4 },
} as const;

/** A document of text on A4 pages, as PDF: in a font that every reader has, so that nothing is embedded. */
export function textPdf(title: string, paragraphs: readonly Paragraph[]): Buffer {
  const pages = layOut(paragraphs);
  const first = 5;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    fontOf("Helvetica"),
    fontOf("Helvetica-Bold"),
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    `<< /Title (${encode(title)}) /Producer (Comptoir) >>`,
  ];
  return assemble(objects);
}

/** What is drawn on each page. */
function layOut(paragraphs: readonly Paragraph[]): string[] {
  const pages: string[][] = [[]];
  let top = page.height - page.margin;
  for (const { style, text } of paragraphs) {
    const { font, size, before, after } = styles[style];
    top -= before;
    for (const line of linesOf(text, size)) {
      if (top - size < page.margin) {
        pages.push([]);
        top = page.height - page.margin;
      }
      top -= size * 1.4;
      pages
        .at(-1)
        ?.push(`BT /${font} ${size} Tf ${page.margin} ${top.toFixed(1)} Td (${encode(line)}) Tj ET`);
    }
    top -= after;
  }
  return pages.map((lines) => lines.join("\n"));
}

function linesOf(text: string, size: number): string[] {
  const most = page.width - 2 * page.margin;
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(/\s+/).flatMap((each) => broken(each, size, most))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line === "" || widthOf(longer, size) <= most) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  });
}

/** A word in pieces that fit on a line. */
function broken(word: string, size: number, most: number): string[] {
  if (widthOf(word, size) <= most) return [word];
  const fitting = Math.max(1, Math.floor((word.length * most) / widthOf(word, size)) - 1);
  return [word.slice(0, fitting), ...broken(word.slice(fitting), size, most)];
}

function fontOf(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** Numbers the objects and says where each begins. Source: ISO 32000-1, 7.5. */
function assemble(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, "latin1");
}
