import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ExportWord, ExportWork } from "./worker.ts";

/** A file that is being written. */
export interface Writing {
  readonly progress: { rows: number; total: number | null };
  /** Its size in bytes once it is written. Rejects when it cannot be, or was stopped. */
  readonly done: Promise<number>;
  stop(): void;
}

/** Megabytes that a thread may hold: whatever it writes, it holds little at once. */
const mostMemory = 256;

/** Has a file written by a thread of its own, so that nobody waits for it. */
export function writeInThread(work: ExportWork): Writing {
  // Named from where the process was started: bundled for pages, this module no longer knows its own folder.
  const worker = new Worker(join(process.cwd(), "lib/exports/worker.ts"), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const progress: Writing["progress"] = { rows: 0, total: null };
  const done = new Promise<number>((resolve, reject) => {
    let size: number | null = null;
    worker.on("message", (word: ExportWord) => {
      if ("rows" in word) progress.rows = word.rows;
      else if ("total" in word) progress.total = word.total;
      else size = word.size;
    });
    worker.once("error", reject);
    worker.once("exit", () => (size === null ? reject(new Error("An export was stopped")) : resolve(size)));
  });
  return { progress, done, stop: () => void worker.terminate() };
}
