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
import { type Part, partsOf } from "./simulation/parts.ts";
import { simulated } from "./simulation/simulated.ts";
import { writePack } from "./simulation/write-pack.ts";

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
/** So many payments are worth a thread that makes them; fewer may be made within a transaction, which awaits no thread. */
const worthAThread = 50_000;

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
  let isFirst = true;
  const parts = payments < worthAThread ? partsOf(history) : simulated(history);
  for await (const part of parts) {
    if (isFirst) await assertNew(viewer, part);
    isFirst = false;
    await write(viewer, part);
    input.onProgress?.(part.done, payments);
  }
}

/** The rows, and in the end the day the pending money comes due, as `recordPayment` leaves it. */
function write(viewer: Viewer, { pack, release: runAt }: Part): Promise<void> {
  return transaction(viewer, async (tx) => {
    await writePack(tx, pack);
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
async function assertNew(viewer: Viewer, { firstCustomer }: Part): Promise<void> {
  if (!firstCustomer || !(await find(await reader(viewer), customers, firstCustomer))) return;
  throw invalid("This environment already has the payments of this seed. Choose another seed.", {
    param: "seed",
  });
}
