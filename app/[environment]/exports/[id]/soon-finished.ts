import type { ExportRow } from "#lib/exports/queries";

/** A small file is there at once: so long its page waits for it, milliseconds. */
const patience = 1_500;
const pause = 100;

/** An export as it is, or as it is a moment later: most are finished by then. */
export async function soonFinished(look: () => Promise<ExportRow | null>): Promise<ExportRow | null> {
  const until = Date.now() + patience;
  for (;;) {
    const row = await look();
    const isOpen = row?.state === "queued" || row?.state === "running";
    // What runs for longer than that has been waited for already.
    if (!isOpen || (row?.rowsDone ?? 0) > 0 || Date.now() >= until) return row;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
