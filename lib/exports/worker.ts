/* Writes one export in a thread of its own, on a read connection of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { closeDatabase, openToReadOnce } from "#db/database";
import type { Permission } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment } from "#lib/auth/viewer";
import { concealRows } from "#lib/discretion/conceal-rows";
import type { ExportChoices } from "./choices.ts";
import { type Progress, writeFile } from "./write-file.ts";

/** What a thread is given: plain data. */
export interface ExportWork {
  environment: ViewedEnvironment;
  permissions: Permission[];
  /** Whether personal fields are hidden. */
  discreet: boolean;
  locale: "en" | "fr";
  now: number;
  choices: ExportChoices;
  path: string;
}

/** What it says: how far it is, and how large the whole file is. */
export type ExportWord = Progress | { size: number };

const work: ExportWork = workerData;
const viewer = {
  ...systemViewer(work.environment, "job", new Set(work.permissions)),
  locale: work.locale,
  now: () => work.now,
  conceal: work.discreet ? concealRows : undefined,
};
const tell = (word: ExportWord) => parentPort?.postMessage(word);

await openToReadOnce();
const size = await writeFile(viewer, work.choices, { path: work.path, tell });
await closeDatabase();
tell({ size });
