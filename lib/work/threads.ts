import { join } from "node:path";
import { Piscina } from "piscina";
import { shared } from "#db/shared";

/** A thread that nobody needed for this long ends, milliseconds. */
const idleTimeout = 30_000;

interface Limits {
  /** How many run at once. */
  maxThreads: number;
  /** How many may wait for their turn; without it, any. */
  maxQueue?: number;
  /** Megabytes that one may hold. */
  mostMemory?: number;
}

const pools = shared("threads", () => new Map<string, Piscina>());

/** The threads that run what a module exports by default, begun when first needed: to begin one takes a second. */
export function threadsOf(module: string, { mostMemory, ...limits }: Limits): Piscina {
  let pool = pools.get(module);
  if (!pool) {
    pool = new Piscina({
      // Named from where the process was started: bundled for pages, no module knows its own folder.
      filename: join(process.cwd(), module),
      minThreads: 0,
      idleTimeout,
      ...limits,
      ...(mostMemory && { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }),
    });
    pools.set(module, pool);
  }
  return pool;
}

/** Ends all threads; the next work begins new ones. */
export async function closeThreads(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((pool) => pool.destroy()));
}
