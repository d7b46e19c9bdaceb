import { expect, test } from "vitest";
import { insert, update } from "#db/rows";
import { operations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { busy, invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { operationEnded, whenFree } from "#lib/operations/when-free";
import { aWorld } from "#tests/support/world";

const anHour = 3_600_000;

function anOperation(viewer: Viewer) {
  return transaction(viewer, (tx) =>
    insert(tx, operations, {
      ...{ id: newId("op", tx.now), createdAt: tx.now, kind: "payment.capture", subjectId: "pi_busy" },
      ...{ state: "started" as const, leaseUntil: 0, request: {} },
    }),
  );
}

const settle = (viewer: Viewer, id: string) =>
  transaction(viewer, (tx) => update(tx, operations, id, { state: "settled" }));

/** A command that finds its object busy with one operation after the other, and then free. */
function aCommand(holders: readonly string[]) {
  const seen: string[] = [];
  const run = async () => {
    const holder = holders[seen.length];
    if (holder === undefined) return seen;
    seen.push(holder);
    throw busy(holder);
  };
  return { run, seen };
}

test("who waits goes on when the operation at work is told to be over, and waits for the next one", async () => {
  const { viewer } = await aWorld();
  const ids = [(await anOperation(viewer)).id, (await anOperation(viewer)).id];
  const { run, seen } = aCommand(ids);
  const waiting = whenFree(viewer, anHour, async () => {
    // Told when this try is over and whoever asked waits already.
    setImmediate(() => operationEnded(seen.at(-1) ?? ""));
    return run();
  });
  expect(await waiting).toEqual(ids);
});

test("an operation that was over before anybody waited for it is not waited for", async () => {
  const { viewer } = await aWorld();
  const { id } = await anOperation(viewer);
  await settle(viewer, id);
  expect(await whenFree(viewer, anHour, aCommand([id]).run)).toEqual([id]);
});

test("patience ends, also beside an operation that is told to be over again and again", async () => {
  const { viewer } = await aWorld();
  const { id } = await anOperation(viewer);
  await expect(whenFree(viewer, 5, aCommand(Array<string>(1e6).fill(id)).run)).rejects.toMatchObject({
    facts: { code: "lock_timeout", status: 429 },
  });
});

test("without patience there is one try; any other error is not waited for", async () => {
  const { viewer } = await aWorld();
  const { id } = await anOperation(viewer);
  const { run, seen } = aCommand([id]);
  await expect(whenFree(viewer, 0, run)).rejects.toMatchObject({ facts: { heldUpBy: id } });
  expect(seen).toEqual([id]);
  const wrong = () => Promise.reject(invalid("Not like this."));
  await expect(whenFree(viewer, anHour, wrong)).rejects.toThrow("Not like this.");
});
