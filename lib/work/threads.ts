import { Piscina } from "piscina";
import { shared } from "#db/shared";
import { log } from "#lib/log";

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

/**
 * The threads that run what the module in a file exports by default, begun when first needed: to begin one takes a
 * second. The file is named from where the process was started, since a module that is bundled for pages no longer knows
 * its own folder; and by each caller in full, or the bundler would look through everything that a path may lead to.
 */
export function threadsOf(filename: string, { mostMemory, ...limits }: Limits): Piscina {
  let pool = pools.get(filename);
  if (!pool) {
    pool = new Piscina({
      filename,
      minThreads: 0,
      idleTimeout,
      ...limits,
      ...(mostMemory && { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }),
    });
    pool.on("error", threadEnded(filename, pool));
    pools.set(filename, pool);
  }
  return pool;
}

/** What waits is told where there is no thread left for it, such as when none can begin: it would wait for good. */
function threadEnded(filename: string, pool: Piscina) {
  return (error: unknown) => {
    log.error({ thread: filename, err: error }, "a thread ended that had nothing to do yet");
    if (pool.threads.length > 0) return;
    if (pools.get(filename) === pool) pools.delete(filename);
    void pool.destroy();
  };
}

/** Ends all threads; the next work begins new ones. */
export async function closeThreads(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((pool) => pool.destroy()));
}
