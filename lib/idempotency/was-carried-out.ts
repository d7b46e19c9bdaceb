import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { findRow } from "./key-rows.ts";

/** Whether what a form with this one-time key asked for was done. */
export async function wasCarriedOut(viewer: Viewer, key: string): Promise<boolean> {
  const row = await findRow(await reader(viewer), { door: "form", key });
  return row?.state === "finished" && row.status === 200;
}
