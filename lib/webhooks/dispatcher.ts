import { eq, isNull } from "drizzle-orm";
import { environments, webhookEndpoints } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { heldEnvironments } from "#lib/jobs/claim";
import { log } from "#lib/log";
import { bell } from "./bell.ts";
import { isDue, releaseClaims } from "./claim.ts";
import { deliveringViewer, type Drain, drain, usualTimeout } from "./drain.ts";

/** How often deliveries are looked for that nobody rang for: retries, and those of other processes. */
const sweepInterval = 1000;

export interface Dispatcher {
  /** Resolves when nothing is on its way and nothing more is due. */
  idle(): Promise<void>;
  /** Begins nothing new; resolves when what is on its way has been noted. */
  stop(): Promise<void>;
}

/**
 * Sends what is due, as soon as it is committed, to every endpoint by itself: a slow one delays no other. Only one
 * process of a database does; what a crashed one had begun is sent again. `timeout`: milliseconds a try.
 */
export function startDispatcher({ timeout = usualTimeout } = {}): Dispatcher {
  const lanes = new Map<string, Drain>();
  let stopped = false;

  function ring(environmentId: number, endpointId: string): void {
    const key = `${environmentId}:${endpointId}`;
    const lane = lanes.get(key);
    if (lane) lane.more();
    else if (!stopped) open(key, environmentId, endpointId);
  }

  function open(key: string, environmentId: number, endpointId: string): void {
    const lane = drain(() => deliveringViewer(environmentId), endpointId, {
      timeout,
      stopped: () => stopped,
      finished: () => lanes.delete(key),
    });
    lanes.set(key, lane);
    lane.done.catch((error: unknown) => log.error({ endpoint: endpointId, err: error }, "delivering failed"));
  }

  async function sweep(): Promise<void> {
    for (const endpoint of await everyEndpoint()) {
      // Whoever moves its time sends what falls due, in order.
      if (heldEnvironments.has(endpoint.environmentId)) continue;
      const now = Date.now() + endpoint.clockOffset;
      if (await isDue(endpoint, now)) ring(endpoint.environmentId, endpoint.id);
    }
  }

  async function begin(): Promise<void> {
    for (const { environmentId, id } of await everyEndpoint()) {
      await releaseClaims(await deliveringViewer(environmentId), id);
    }
    await sweep();
  }

  async function settled(): Promise<void> {
    while (lanes.size > 0) await Promise.allSettled([...lanes.values()].map(({ done }) => done));
  }

  const noted = (work: () => Promise<void>) =>
    work().catch((error: unknown) => log.error({ err: error }, "looking for deliveries failed"));
  let looking = noted(begin);
  const timer = setInterval(() => {
    looking = looking.then(() => noted(sweep));
  }, sweepInterval);
  Object.assign(bell, { listens: true, ring });

  return {
    async idle() {
      await (looking = looking.then(() => noted(sweep)));
      await settled();
    },
    async stop() {
      stopped = true;
      Object.assign(bell, { listens: false, ring: () => {} });
      clearInterval(timer);
      await looking;
      await settled();
    },
  };
}

async function everyEndpoint() {
  const statement = (await globalReader()).prepared("every webhook endpoint", (db) =>
    db
      .select({
        environmentId: webhookEndpoints.environmentId,
        id: webhookEndpoints.id,
        clockOffset: environments.clockOffset,
      })
      .from(webhookEndpoints)
      .innerJoin(environments, eq(environments.id, webhookEndpoints.environmentId))
      .where(isNull(webhookEndpoints.deletedAt))
      .prepare(),
  );
  return statement.execute({});
}
