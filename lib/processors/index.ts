import type { Processor } from "./processor.ts";
import { databaseAnswers } from "./simulator/database-answers.ts";
import { createSimulator } from "./simulator/simulator.ts";

const simulator = createSimulator({ answers: databaseAnswers });

/** What moves money for the environments there are: all of them test environments, so the simulator. */
export function processor(): Processor {
  return simulator;
}
