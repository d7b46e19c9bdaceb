import { log } from "#lib/log";
import { followChanges } from "./follow-changes.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import { isIndexWhole } from "./state.ts";

/** Short enough that what was just written is found within a second; long enough to see a payment's events as one change. */
const interval = 250;

/**
 * Keeps the index up to date until stopped, and makes it first where there is none of this version. Only one process
 * of a database does; what other processes write is followed as well.
 */
export function startIndexer(): { stop(): Promise<void> } {
  let stopped = false;
  let failed = false;
  let working: Promise<void> = begin();

  async function begin(): Promise<void> {
    await noted(async () => {
      if (!(await isIndexWhole())) await rebuildIndex({ stopped: () => stopped });
    });
  }

  async function noted(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      failed = false;
    } catch (error) {
      if (!failed) log.error({ err: error }, "the search index could not be brought up to date");
      failed = true;
    }
  }

  let busy = true;
  void working.finally(() => (busy = false));
  const timer = setInterval(() => {
    if (busy || stopped) return;
    busy = true;
    working = noted(followChanges).finally(() => (busy = false));
  }, interval);

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
