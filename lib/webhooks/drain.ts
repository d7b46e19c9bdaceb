import { environmentById } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import { claimDue, type DeliveryRow } from "./claim.ts";
import { deliver } from "./deliver.ts";

/** Deliveries to one endpoint at the same time. */
const concurrency = 8;
/** Claimed at once, so that many small deliveries cost few transactions. */
const batch = 32;

/** How long one try may take, milliseconds. */
export const usualTimeout = 10_000;

export interface DrainOptions {
  timeout: number;
  /** Asked before each further claim. */
  stopped(): boolean;
  /** Called once nothing is on its way and nothing more is due. */
  finished?(): void;
}

/** Deliveries to one endpoint on their way. */
export interface Drain {
  /** More is due: it goes as soon as there is room, however slow what is on its way. */
  more(): void;
  done: Promise<void>;
}

/**
 * Sends what is due to one endpoint until nothing is. `viewerNow` says at which time: the environment's unless
 * time is being moved. Memory stays flat however much is due.
 */
export function drain(
  viewerNow: () => Promise<Viewer>,
  endpointId: string,
  { timeout, stopped, finished = () => {} }: DrainOptions,
): Drain {
  const buffer: { viewer: Viewer; delivery: DeliveryRow }[] = [];
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  let asked = false;
  let exhausted = false;
  let working = 0;
  let filling: Promise<void> | undefined;

  function more(): void {
    asked = true;
    exhausted = false;
    while (working < concurrency) start();
  }

  function start(): void {
    working++;
    work()
      .catch(reject)
      .finally(() => {
        if (--working > 0) return;
        finished();
        resolve();
      });
  }

  async function work(): Promise<void> {
    for (;;) {
      while (buffer.length === 0 && !exhausted) {
        await (filling ??= fill().finally(() => (filling = undefined)));
      }
      const next = buffer.shift();
      if (!next) return;
      await deliverOrNote(next.viewer, next.delivery, timeout);
    }
  }

  async function fill(): Promise<void> {
    asked = false;
    const viewer = await viewerNow();
    const claimed = stopped() ? [] : await claimDue(viewer, endpointId, batch);
    exhausted = claimed.length === 0 && !asked;
    buffer.push(...claimed.map((delivery) => ({ viewer, delivery })));
  }

  more();
  return { more, done };
}

/** The viewer of an environment's deliveries, at its own time. */
export async function deliveringViewer(environmentId: number): Promise<Viewer> {
  const environment = await environmentById(environmentId);
  if (!environment) throw new Error(`There is no environment ${environmentId}`);
  return systemViewer(environment, "job", new Set(allPermissions));
}

async function deliverOrNote(viewer: Viewer, delivery: DeliveryRow, timeout: number): Promise<void> {
  try {
    await deliver(viewer, delivery, timeout);
  } catch (error) {
    log.error(
      { delivery: delivery.id, err: error },
      "a delivery could not be noted; it is sent again after its lease",
    );
  }
}
