import type { Viewer } from "#lib/auth/viewer";
import type { ExportRow } from "./queries.ts";

/** Whoever waited longer may have gone, milliseconds. */
const patience = 10_000;
/** How long after that a file is handed over unasked, to who comes from having ordered it. */
const fresh = 60_000;

/** Whether somebody still waits for a file that is finished at this moment; else they are told by mail. */
export function isAwaited({ createdAt }: ExportRow, finishedAt: number): boolean {
  return finishedAt - createdAt < patience;
}

/** Whether the file goes to who ordered it without another click: it was written while they waited, just now. */
export function comesAtOnce(viewer: Viewer, row: ExportRow): boolean {
  const { state, finishedAt } = row;
  if (state !== "finished" || finishedAt === null) return false;
  return isAwaited(row, finishedAt) && viewer.now() - finishedAt < fresh;
}
