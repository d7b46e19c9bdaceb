import { type Manner, measureRequest, type Request } from "./api.ts";
import { copyOf, restrictedKeyIn } from "./databases.ts";
import type { Measured } from "./measure.ts";
import { start } from "./subject.ts";

/** What Comptoir does with a request with and without something. */
export interface Cost {
  what: string;
  without: Figures;
  with: Figures;
}

type Figures = Pick<Measured, "perSecond" | "cpu">;

const connections = 10;
/** Both in turn, so that what else the machine does meanwhile hits both. */
const rounds = 5;

/** Measures what requests of the API pay for what stands around them, in one run on copies of a database. */
export async function measureCosts(database: string, port: number): Promise<Cost[]> {
  const plain: Way = { script: "./comptoir.ts" };
  const older: Way = { ...plain, manner: { version: "2025-08-27.basil" } };
  const among = { database, port, request: "read" as const };
  return [
    await compare("a read: the request log", { ...among, without: { script: "./unlogged.ts" }, with: plain }),
    await compare("a read: keeping limits", { ...among, without: plain, with: { script: "./limited.ts" } }),
    await compare("a read: an older version", { ...among, without: plain, with: older }),
    await compare("a list of ten: an older version", {
      ...among,
      request: "list",
      without: plain,
      with: older,
    }),
    await compare("a read: a restricted key", {
      ...among,
      without: plain,
      with: { ...plain, mannerIn: async (file) => ({ key: await restrictedKeyIn(file) }) },
    }),
  ];
}

/** A script beside this file, and how it is asked. */
interface Way {
  script: string;
  manner?: Manner;
  /** The same, when it takes something that is first put into the database. */
  mannerIn?(file: string): Promise<Manner>;
}

interface Compared {
  database: string;
  port: number;
  request: Request;
  without: Way;
  with: Way;
}

async function compare(what: string, compared: Compared): Promise<Cost> {
  const [first, second] = [await copyOf(compared.database), await copyOf(compared.database)];
  const [barely, fully] = [
    await mannerOf(compared.without, first.file),
    await mannerOf(compared.with, second.file),
  ];
  const without = await start(compared.without.script, compared.port, first.file);
  const whole = await start(compared.with.script, compared.port + 1, second.file);
  const { request } = compared;
  const measured: { without: Measured[]; with: Measured[] } = { without: [], with: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`  ${what}, round ${round + 1} of ${rounds} …\n`);
      measured.without.push(await measureRequest(without, request, connections, barely));
      measured.with.push(await measureRequest(whole, request, connections, fully));
    }
  } finally {
    await without.stop();
    await whole.stop();
    first.discard();
    second.discard();
  }
  return { what, without: middleOf(measured.without), with: middleOf(measured.with) };
}

async function mannerOf({ manner, mannerIn }: Way, file: string): Promise<Manner | undefined> {
  return mannerIn ? mannerIn(file) : manner;
}

/** What stands in the middle of all rounds. */
function middleOf(rounds: Measured[]): Figures {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
  };
}

function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
