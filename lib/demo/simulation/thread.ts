/* Lets a business happen in a thread of its own, at most a few parts ahead of who writes them. */
import { parentPort, workerData } from "node:worker_threads";
import { partsOf } from "./parts.ts";
import type { Simulation } from "./simulated.ts";

const ahead = 2;

const { history, taken } = workerData as Simulation;
let given = 0;
for (const part of partsOf(history)) {
  for (let seen = Atomics.load(taken, 0); given - seen >= ahead; seen = Atomics.load(taken, 0)) {
    Atomics.wait(taken, 0, seen);
  }
  parentPort?.postMessage(part);
  given++;
}
