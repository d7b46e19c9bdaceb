import { measureRequest } from "./api.ts";
import { copyOf } from "./databases.ts";
import type { Measured } from "./measure.ts";
import { start } from "./subject.ts";

/** What Comptoir does to a read with and without something. */
export interface Cost {
  what: string;
  without: Figures;
  with: Figures;
}

type Figures = Pick<Measured, "perSecond" | "cpu">;

const connections = 10;
/** Both in turn, so that what else the machine does meanwhile hits both. */
const rounds = 5;

/** Measures what the request log, and keeping limits, costs a read of the API, in one run on copies of a database. */
export async function measureCosts(database: string, port: number): Promise<Cost[]> {
  return [
    await compare("the request log", { database, port, without: "./unlogged.ts", with: "./comptoir.ts" }),
    await compare("keeping limits", { database, port, without: "./comptoir.ts", with: "./limited.ts" }),
  ];
}

interface Compared {
  database: string;
  port: number;
  /** Scripts beside this file. */
  without: string;
  with: string;
}

async function compare(what: string, compared: Compared): Promise<Cost> {
  const [first, second] = [await copyOf(compared.database), await copyOf(compared.database)];
  const without = await start(compared.without, compared.port, first.file);
  const whole = await start(compared.with, compared.port + 1, second.file);
  const measured: { without: Measured[]; with: Measured[] } = { without: [], with: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`  ${what}, round ${round + 1} of ${rounds} …\n`);
      measured.without.push(await measureRequest(without, "read", connections));
      measured.with.push(await measureRequest(whole, "read", connections));
    }
  } finally {
    await without.stop();
    await whole.stop();
    first.discard();
    second.discard();
  }
  return { what, without: middleOf(measured.without), with: middleOf(measured.with) };
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
