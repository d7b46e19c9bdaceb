import { setTimeout as pause } from "node:timers/promises";
import { closeDatabase } from "#db/database";
import type { Viewer } from "#lib/auth/viewer";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import { demoSlug } from "#lib/demo/credentials";
import type { ExportChoices } from "#lib/exports/choices";
import { orderExport } from "#lib/exports/order-export";
import { getExport } from "#lib/exports/queries";
import { personByEmail } from "#lib/people/people";
import { measureRequest, type Request } from "./api.ts";
import { copyOf } from "./databases.ts";
import type { Measured } from "./measure.ts";
import { start, type Subject } from "./subject.ts";

/** What is asked of the API over HTTP while nothing is exported, and while exports are written. */
export interface BesideExports {
  request: Request;
  connections: number;
  alone: Measured;
  beside: Measured;
  /** Of the time beside exports, that in which one was being written. */
  share: number;
}

const requests: Request[] = ["read", "create then confirm"];
const connectionCounts = [1, 10];
/** Milliseconds from one look at an export to the next. */
const lookEvery = 100;
const patience = 120_000;

/** Serves a copy of a database of the demo business, and has exports written in it one behind the other. */
export async function measureBesideExports(
  database: string,
  { port, choices }: { port: number; choices: ExportChoices },
): Promise<BesideExports[]> {
  const copy = await copyOf(database);
  const comptoir = await start("./comptoir.ts", port, copy.file);
  try {
    await closeDatabase();
    process.env["DATABASE_URL"] = `file:${copy.file}`;
    const viewer = await ownerOf(demoSlug);
    const rows: BesideExports[] = [];
    for (const request of requests) {
      for (const connections of connectionCounts) {
        rows.push(await compare(comptoir, { viewer, choices, request, connections }));
      }
    }
    return rows;
  } finally {
    await comptoir.stop();
    await closeDatabase();
    copy.discard();
  }
}

interface Compared extends Pick<BesideExports, "request" | "connections"> {
  viewer: Viewer;
  choices: ExportChoices;
}

async function compare(
  comptoir: Subject,
  { viewer, choices, request, connections }: Compared,
): Promise<BesideExports> {
  process.stderr.write(`  ${request}, ${connections} connections, alone and beside exports …\n`);
  const alone = await measureRequest(comptoir, request, connections);
  const exporting = keepExporting(viewer, choices);
  try {
    await exporting.begun;
    const beside = await measureRequest(comptoir, request, connections);
    return { request, connections, alone, beside, share: exporting.share() };
  } finally {
    await exporting.stop();
  }
}

/** Orders an export whenever there is none. `begun`: one is being written. `stop` resolves when the last one is over. */
function keepExporting(viewer: Viewer, choices: ExportChoices) {
  const begun = Promise.withResolvers<void>();
  const looks = { all: 0, running: 0 };
  let isWanted = true;
  const over = work().catch((error: unknown) => {
    begun.reject(error);
    throw error;
  });
  over.catch(() => undefined);
  return {
    begun: begun.promise,
    share: () => looks.running / looks.all,
    stop() {
      isWanted = false;
      return over;
    },
  };

  async function work(): Promise<void> {
    while (isWanted) await untilOver((await orderExport(viewer, choices)).id);
  }

  async function untilOver(id: string): Promise<void> {
    const end = performance.now() + patience;
    for (;;) {
      const { state } = await getExport(viewer, id);
      if (state === "failed" || state === "stopped" || performance.now() > end) {
        throw new Error(`An export is ${state}`);
      }
      if (state !== "queued") begun.resolve();
      looks.all++;
      if (state === "running") looks.running++;
      if (state === "finished") return;
      await pause(lookEvery);
    }
  }
}

async function ownerOf(slug: string): Promise<Viewer> {
  const person = await personByEmail("owner@maison-lavande.test");
  const request = { id: "bench", idempotencyKey: null, address: null, userAgent: null };
  const viewer =
    person && (await viewerForMember({ person, slug, request, provedAt: Date.now(), acceptLanguage: "en" }));
  if (!viewer) throw new Error("The demo business is not there");
  return viewer;
}
