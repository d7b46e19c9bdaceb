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

/** What a cell says: what `csvCell` made text is itself again. */
export function writtenIn(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, "");
}
