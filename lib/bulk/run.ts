import { find } from "#db/rows";
import { bulkRuns } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { invalid, notFound } from "#lib/errors";
import type { BulkState } from "#db/schema/bulk";

export type BulkRun = typeof bulkRuns.$inferSelect;

/** Whose rows a run is about. */
export function listOf({ list }: Pick<BulkRun, "list">): "payments" | "customers" | "disputes" {
  return list === "customers" || list === "disputes" ? list : "payments";
}

/** In which states what can be done to a run: the buttons, the commands and the tests read this. */
export const allowedIn = {
  start: ["ready"],
  pause: ["running"],
  resume: ["paused"],
  cancel: ["preparing", "ready", "running", "paused"],
} as const satisfies Record<string, readonly BulkState[]>;

export type RunCommand = keyof typeof allowedIn;

/** Whether a run in this state takes this command. */
export function takes({ state }: Pick<BulkRun, "state">, command: RunCommand): boolean {
  const states: readonly BulkState[] = allowedIn[command];
  return states.includes(state);
}

/** The run of this id; another tenant's is not found. */
export async function findRun(handle: Handle, id: string): Promise<BulkRun> {
  const run = await find(handle, bulkRuns, id);
  if (!run) throw notFound("bulk_run", id, "run");
  return run;
}

/** Throws unless a run takes this command now. */
export function assertTakes(run: BulkRun, command: RunCommand): void {
  if (takes(run, command)) return;
  throw invalid(`This run is ${run.state}: it cannot be changed in this way any more.`, {
    code: "bulk_state",
  });
}
