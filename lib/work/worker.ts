/* Runs one task in a worker thread, on a read connection of its own. */
import type { Scope } from "#db/transaction";
import { type Tasks, tasks } from "./tasks.ts";

export interface Work<Name extends keyof Tasks> {
  name: Name;
  environmentId: Scope["environmentId"];
  now: number;
  input: Parameters<Tasks[Name]>[1];
}

type Task<Name extends keyof Tasks> = (
  scope: Scope,
  input: Parameters<Tasks[Name]>[1],
) => ReturnType<Tasks[Name]>;

const byName: { [Name in keyof Tasks]: Task<Name> } = tasks;

export default function perform<Name extends keyof Tasks>({ name, environmentId, now, input }: Work<Name>) {
  return byName[name]({ environmentId, now: () => now }, input);
}
