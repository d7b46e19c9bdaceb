/** A table as a spreadsheet reads it (RFC 4180), lines ended by CRLF. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** What has to be looked at more closely. */
const special = /[",\r\n\t=+\-@]/;

/** One cell. What begins like a formula is made text, so that opening a file computes nothing; a plain number is none. */
export function csvCell(text: string): string {
  if (!special.test(text)) return text;
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const harmless = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * The lines of such a text, cell by cell, also with semicolons or tabs between them; those without anything are left
 * out. What `toCsv` made text is itself again.
 */
export function readCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let cells: string[] = [];
  // A cell and what ends it; the byte order mark that spreadsheets write is no part of the first.
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, "gy");
  for (const [, cell = "", end = ""] of text.replace(/^\ufeff/, "").matchAll(pattern)) {
    cells.push(contentsOf(cell));
    if (end === separator) continue;
    if (cells.some((one) => one !== "")) rows.push(cells);
    cells = [];
  }
  return rows;
}

function separatorOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const count = (separator: string) => first.split(separator).length;
  const [most = ","] = [",", ";", "\t"].sort((one, other) => count(other) - count(one));
  return most;
}

function contentsOf(cell: string): string {
  const text = /^"[^]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return text.replace(/^'(?=[=+\-@\t\r])/, "");
}
