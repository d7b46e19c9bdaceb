import { join } from "node:path";
import type { Viewer } from "#lib/auth/viewer";
import { unavailable } from "#lib/errors";
import type { Tasks } from "./tasks.ts";
import { threadsOf } from "./threads.ts";
import type { Work } from "./worker.ts";

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
  if (deadline === undefined) return workers().run(work);
  const signal = AbortSignal.timeout(deadline);
  try {
    return await workers().run(work, { signal });
  } catch (error) {
    if (signal.aborted) throw unavailable("This takes too long. Try again in a minute.", 60);
    throw error;
  }
}

function workers() {
  return threadsOf(join(process.cwd(), "lib/work/worker.ts"), { maxThreads: 2, maxQueue: 64 });
}
