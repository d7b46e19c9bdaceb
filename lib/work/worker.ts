/* Runs one task in a worker thread, on a read connection of its own. */
import type { Scope } from "#db/transaction";
import { type Tasks, tasks } from "./tasks.ts";

export interface Work<Name extends keyof Tasks> {
  name: Name;
  environmentId: Scope["environmentId"];
  now: number;
  input: Parameters<Tasks[Name]>[1];
}

export default function perform<Name extends keyof Tasks>({ name, environmentId, now, input }: Work<Name>) {
  return tasks[name]({ environmentId, now: () => now }, input);
}
