import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { globalTransaction, transaction } from "#db/transaction";
import { day, minute } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { foldFigures } from "#lib/figures/fold-figures";
import { overviewOf } from "#lib/figures/overview";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;

beforeAll(async () => void (await aWorld()));
beforeEach(async () => {
  world = await aWorld({ timeZone: "Asia/Kathmandu" });
});

/** What happens around the figures: a change, one that is undone, adding up, one that ends half-way, two at once. */
const acts = ["change", "undone", "fold", "foldKilled", "foldTwice", "look"] as const;

class Killed extends Error {}

async function killed(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

const act: Record<(typeof acts)[number], (ahead: number) => Promise<unknown>> = {
  change: (ahead) => createCustomer(later(world.viewer, ahead), { name: "Zoé" }),
  undone: () =>
    killed(() =>
      transaction(world.viewer, async () => {
        await createCustomer(world.viewer, { name: "Nobody" });
        throw new Killed();
      }),
    ),
  fold: foldFigures,
  foldKilled: () =>
    killed(() =>
      globalTransaction(async () => {
        await foldFigures();
        throw new Killed();
      }),
    ),
  foldTwice: () => Promise.all([foldFigures(), foldFigures()]),
  look: shownCustomers,
};

async function shownCustomers(): Promise<number> {
  const { environment } = world;
  const period = { from: "2020-01-01", until: "2040-01-01", timeZone: environment.timeZone };
  const { now } = await overviewOf(world.viewer, { period, step: "month", comparison: "none" });
  return now.curves.find(({ name }) => name === "customers")?.total ?? 0;
}

test("whatever is cut off, each change counts once, and is seen at once", async () => {
  const script = fc.array(
    fc.record({ what: fc.constantFrom(...acts), ahead: fc.integer({ min: 0, max: 90 * day }) }),
    { maxLength: 12 },
  );
  let made = 0;
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      for (const { what, ahead } of steps) {
        await act[what](ahead - (ahead % minute));
        if (what === "change") made++;
      }
      expect(await shownCustomers()).toBe(made);
    }),
    { numRuns: 15 },
  );
  await act.change(0);
  const { problems } = await verifyAll();
  expect(problems.filter(({ environmentId }) => environmentId === world.environment.id)).toEqual([]);
});
