import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Part } from "./parts.ts";
import type { History } from "./simulate.ts";

/** What the thread is given. `taken`: how many of its parts were, shared with it. */
export interface Simulation {
  history: History;
  taken: Int32Array;
}

/** The parts of a history, each made while the one before it is written: that takes about as long. */
export async function* simulated(history: History): AsyncGenerator<Part> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: Simulation = { history, taken };
  const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData });
  try {
    for await (const [part] of on(thread, "message", { close: ["exit"] })) {
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
      yield part as Part;
    }
  } finally {
    await thread.terminate();
  }
}
