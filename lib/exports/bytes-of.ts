/** So many rows at a time: the parts of a longer text live too long to be given back cheaply. */
const rowsAtOnce = 50;

/** A batch of rows, written one after the other. */
export function bytesOf<Row>(rows: readonly Row[], write: (row: Row) => string): Buffer {
  const pieces: Buffer[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    let text = "";
    for (const row of rows.slice(from, from + rowsAtOnce)) text += write(row);
    pieces.push(Buffer.from(text));
  }
  return Buffer.concat(pieces);
}
