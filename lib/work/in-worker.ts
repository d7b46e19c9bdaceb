import { join } from "node:path";
import { Piscina } from "piscina";
import { shared } from "#db/shared";
import type { Viewer } from "#lib/auth/viewer";
import { unavailable } from "#lib/errors";
import type { Tasks } from "./tasks.ts";
import type { Work } from "./worker.ts";

/** A worker that nobody needed for this long ends, milliseconds. */
const idleTimeout = 30_000;

/** Work on files from outside is given up after this long, its turn included (milliseconds): they may be made to last. */
const deadlines: Partial<Record<keyof Tasks, number>> = { drawPacket: 30_000 };

/**
 * Does a long read off the main thread, which must never stand still for more than some milliseconds. The
 * caller has authorized the viewer. Waits its turn when all workers are busy; throws a 503 past a deadline.
 */
export async function inWorker<Name extends keyof Tasks>(
  viewer: Viewer,
  name: Name,
  input: Parameters<Tasks[Name]>[1],
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const { environmentId } = viewer;
  const work: Work<Name> = { name, environmentId, now: viewer.now(), input };
  const deadline = deadlines[name];
  if (deadline === undefined) return pool().run(work);
  const signal = AbortSignal.timeout(deadline);
  try {
    return await pool().run(work, { signal });
  } catch (error) {
    if (signal.aborted) throw unavailable("This takes too long. Try again in a minute.", 60);
    throw error;
  }
}

/** Ends the workers; the next work starts new ones. */
export async function closeWorkers(): Promise<void> {
  const { started } = slot;
  slot.started = undefined;
  await started?.destroy();
}

const slot = shared<{ started?: Piscina }>("workers", () => ({}));

function pool(): Piscina {
  // Named from where the process was started: bundled for pages, this module no longer knows its own folder.
  const filename = join(process.cwd(), "lib/work/worker.ts");
  return (slot.started ??= new Piscina({
    filename,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout,
    maxQueue: 64,
  }));
}
