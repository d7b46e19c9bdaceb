import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { threadsOf } from "#lib/work/threads";
import type { Progress } from "./write-file.ts";
import type { ExportWork, Written } from "./worker.ts";

/** A file that is being written. */
export interface Writing {
  readonly progress: { rows: number; total: number | null };
  /** Its size in bytes once it is written. Rejects when it cannot be, or was stopped. */
  readonly done: Promise<number>;
  stop(): void;
}

/** Megabytes that the thread may hold: whatever it writes, it holds little at once. */
const mostMemory = 256;

/** Has a file written by a thread of its own, so that nobody waits for it. */
export function writeInThread(work: ExportWork): Writing {
  const progress: Writing["progress"] = { rows: 0, total: null };
  const { port1: here, port2: there } = new MessageChannel();
  here.on("message", (told: Progress) => void Object.assign(progress, told));
  const stopping = new AbortController();
  const threads = threadsOf(join(process.cwd(), "lib/exports/worker.ts"), { maxThreads: 1, mostMemory });
  const written: Promise<Written> = threads.run(
    { ...work, told: there },
    { transferList: [there], signal: stopping.signal },
  );
  const done = written
    .then(({ size, rows }) => {
      // What was told last may be on its way still.
      progress.rows = rows;
      return size;
    })
    .finally(() => here.close());
  return { progress, done, stop: () => stopping.abort() };
}
