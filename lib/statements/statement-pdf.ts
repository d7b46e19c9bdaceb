import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import { type Month, readStatement } from "./read-statement.ts";

/** The statement of a month as a PDF file, in the viewer's language. Needs balance:read. */
export async function statementPdf(viewer: Viewer, month: Month): Promise<Uint8Array> {
  const statement = await readStatement(viewer, month);
  const { accountName, name: environment, timeZone } = viewer.environment;
  const { locale } = viewer;
  return inWorker(viewer, "drawStatement", {
    statement,
    accountName,
    environment,
    timeZone,
    locale,
    now: viewer.now(),
  });
}
