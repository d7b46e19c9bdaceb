import type { Processor } from "./processor.ts";
import { createSimulator } from "./simulator/simulator.ts";

const simulator = createSimulator();

/** What moves money for the environments there are: all of them test environments, so the simulator. */
export function processor(): Processor {
  return simulator;
}
