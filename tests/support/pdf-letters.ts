import { inflateSync } from "node:zlib";

export const withoutAccents = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/** Every letter that the fonts inside a document say they draw, apart from its accents. */
export function lettersOf(pdf: Uint8Array): Set<string> {
  const codes = streamsOf(pdf)
    .filter((text) => text.includes("beginbfrange"))
    .flatMap((text) => [...text.matchAll(/<([0-9a-f]{4}(?: [0-9a-f]{4})*)>/g)]);
  const letters = codes.map(([, code = ""]) => Buffer.from(code.replaceAll(" ", ""), "hex").swap16());
  return new Set(letters.flatMap((letter) => [...withoutAccents(letter.toString("utf16le"))]));
}

/** What a document writes in the fonts that every reader of PDF has, piece by piece. */
export function plainTextsOf(pdf: Uint8Array): string[] {
  const lines = streamsOf(pdf).flatMap((text) => [...text.matchAll(/\[(.*)\] TJ/g)]);
  return lines.map(([, line = ""]) =>
    [...line.matchAll(/<([0-9a-f]*)>/g)]
      .map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1"))
      .join(""),
  );
}

function streamsOf(pdf: Uint8Array): string[] {
  const streams = Buffer.from(pdf)
    .toString("latin1")
    .matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...streams].map(([, data = ""]) => {
    try {
      return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
}
