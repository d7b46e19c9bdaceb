import { inflateRawSync } from "node:zlib";

/** The files of a ZIP archive by name, found by its directory as every program does. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [compressed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const offset = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const content = inflateRawSync(archive.subarray(start, start + compressed));
    if (content.length !== archive.readUInt32LE(at + 24)) throw new Error(`${name} has another size`);
    files.set(name, content.toString());
    at += 46 + nameLength;
  }
  return files;
}

/** The rows of a spreadsheet's first sheet: texts as they are, numbers as they stand there. */
export function rowsOfSheet(archive: Buffer): string[][] {
  const xml = unzip(archive).get("xl/worksheets/sheet1.xml") ?? "";
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<c(?:\s[^>]*)?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell = ""]) => valueOf(cell)),
  );
}

function valueOf(cell: string): string {
  const [, value = ""] = /<(?:v|t(?: xml:space="preserve")?)>(.*?)<\/(?:v|t)>/s.exec(cell) ?? [];
  return value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#13;", "\r")
    .replaceAll("&amp;", "&");
}

/** The rows of a table of comma-separated values (RFC 4180). */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "") continue;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
