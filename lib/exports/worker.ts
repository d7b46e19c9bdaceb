/* Writes exports in a thread of their own, one after another, each on a read connection of its own. */
import type { MessagePort } from "node:worker_threads";
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

/** What became of it. */
export interface Written {
  /** Bytes. */
  size: number;
  rows: number;
}

export default async function write({ told, ...work }: ExportWork & { told: MessagePort }): Promise<Written> {
  const viewer = {
    ...systemViewer(work.environment, "job", new Set(work.permissions)),
    locale: work.locale,
    now: () => work.now,
    conceal: work.discreet ? concealRows : undefined,
  };
  let rows = 0;
  const tell = (progress: Progress) => {
    if ("rows" in progress) rows = progress.rows;
    told.postMessage(progress);
  };
  try {
    await openToReadOnce();
    return { size: await writeFile(viewer, work.choices, { path: work.path, tell }), rows };
  } finally {
    await closeDatabase();
    told.close();
  }
}
