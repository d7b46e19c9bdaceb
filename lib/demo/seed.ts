import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Actor } from "#db/schema/payments";
import { reader, transaction } from "#db/transaction";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";
import { saveSettings, settingsOf } from "#lib/balance-settings/settings";
import { day } from "#lib/clock";
import { invalid } from "#lib/errors";
import { enqueue } from "#lib/jobs/jobs";
import type { Business } from "./model/business.ts";
import { maisonLavande } from "./model/maison-lavande.ts";
import { learnDeclines } from "./simulation/answers.ts";
import { emptyHarvest, sizeOf } from "./simulation/harvest.ts";
import { simulate } from "./simulation/simulate.ts";
import type { World } from "./simulation/world.ts";
import { writeHarvest } from "./simulation/write-harvest.ts";

export interface SeedInput {
  environment: ViewedEnvironment;
  /** How many payments. */
  payments: number;
  /** The same seed brings the same shoppers, amounts and mishaps. */
  seed: number;
  /** The moment the history ends, milliseconds on the environment's clock; it begins 24 months before. */
  until: number;
  business?: Business;
  /** Who takes payments and who refunds them; Comptoir itself where nobody is named. */
  shop?: Actor;
  staff?: readonly Actor[];
  onProgress?: (done: number, of: number) => void;
}

const historyLength = 730 * day;
const rowsPerTransaction = 20_000;

/**
 * Fills a test environment with a made-up history, in bulk, that follows the same rules as if every payment had
 * been made by the commands. Stopped midway it leaves whole payments behind.
 */
export async function seedPayments(input: SeedInput): Promise<void> {
  const { environment, payments, seed, until, business = maisonLavande } = input;
  if (environment.kind !== "test")
    throw invalid("Only a test environment can be filled with made-up payments.");
  const viewer = systemViewer(environment, "operator", new Set(allPermissions));
  const { shop = viewer.actor, staff = [viewer.actor] } = input;
  const declines = await learnDeclines();
  const history = {
    environment,
    business,
    payments,
    seed,
    from: until - historyLength,
    until,
    declines,
    shop,
    staff,
  };
  let done = 0;
  let written = 0;
  for (const world of simulate(history)) {
    done++;
    if (sizeOf(world.harvest) < rowsPerTransaction && done <= payments) continue;
    if (written === 0) await assertNew(viewer, world);
    written += sizeOf(world.harvest);
    await write(viewer, world, done > payments ? world.book.nextRelease() : undefined);
    input.onProgress?.(Math.min(done, payments), payments);
  }
}

/** The rows, and in the end the day the pending money comes due, as `recordPayment` leaves it. */
function write(viewer: Viewer, world: World, runAt: number | undefined): Promise<void> {
  const harvest = { ...world.harvest };
  Object.assign(world.harvest, emptyHarvest());
  return transaction(viewer, async (tx) => {
    await writeHarvest(tx, harvest);
    await payOutByHand(tx);
    if (runAt !== undefined) await enqueue(tx, "ledger.release", {}, { runAt, uniqueKey: "ledger.release" });
  });
}

/** A history of many payments is not paid out all at once on the next day. */
async function payOutByHand(tx: Tx): Promise<void> {
  const settings = await settingsOf(tx, tx.viewer.environment);
  if (settings.interval !== "manual") await saveSettings(tx, { ...settings, interval: "manual" });
}

/** The same seed until the same moment makes the same ids. */
async function assertNew(viewer: Viewer, { harvest }: World): Promise<void> {
  const first = harvest.customers[0];
  if (!first || !(await find(await reader(viewer), customers, first.id))) return;
  throw invalid("This environment already has the payments of this seed. Choose another seed.", {
    param: "seed",
  });
}
