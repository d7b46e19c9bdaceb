/** The columns after one of them went a step up or down: "up:status". Anything else leaves them as they are. */
export function movedColumns(columns: string[], act: string | undefined): string[] {
  const [, way, key] = /^(up|down):(.+)$/.exec(act ?? "") ?? [];
  const from = columns.findIndex((column) => column === key);
  const to = way === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= columns.length) return columns;
  const moved = columns.filter((_, place) => place !== from);
  moved.splice(to, 0, ...columns.slice(from, from + 1));
  return moved;
}
