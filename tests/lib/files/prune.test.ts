import { utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { day } from "#lib/clock";
import { createFile } from "#lib/files/create-file";
import { pruneFiles } from "#lib/files/prune";
import { isStored, pathOf, store } from "#lib/files/storage";
import { toUpload } from "#lib/files/upload";
import { moveClock } from "#lib/environments/move-clock";
import { aWorld, type World } from "#tests/support/world";
import { samples } from "#tests/support/samples";

test("contents go when they have expired, and when nobody kept them, but not while they come in", async () => {
  const world = await aWorld();
  const signature = await aStored(world);
  const logo = await aStored(world);
  const left = await aStored(world);
  const coming = await aStored(world);
  for (const [upload, purpose] of [
    [signature, "customer_signature"],
    [logo, "business_logo"],
  ] as const) {
    await transaction(world.viewer, () => createFile(world.viewer, { upload, purpose }));
  }
  for (const { storedAs } of [signature, logo, left]) age(world, storedAs);
  const kept = () =>
    Promise.all(
      [signature, logo, left, coming].map(({ storedAs }) => isStored(world.environment.id, storedAs)),
    );
  await pruneFiles();
  expect(await kept()).toEqual([true, true, false, true]);
  await moveClock(world.environment.slug, Date.now() + 8 * day);
  await pruneFiles();
  expect(await kept()).toEqual([false, true, false, true]);
});

test("what is written stands for what was sent, and nothing is left of what was too much", async () => {
  const { environment } = await aWorld();
  const { size, digest } = await store(environment.id, pieces(), () => {});
  expect([size, digest]).toEqual([samples.png.length * 2, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const tooMuch = store(environment.id, pieces(), (sofar) => {
    if (sofar > samples.png.length) throw new Error("too much");
  });
  await expect(tooMuch).rejects.toThrow("too much");
});

async function aStored({ environment }: World) {
  const stored = await store(environment.id, pieces(), () => {});
  return toUpload(environment.id, { ...stored, filename: "a.png", kind: "png" });
}

async function* pieces() {
  yield samples.png;
  yield samples.png;
}

function age({ environment }: World, storedAs: string): void {
  const before = new Date(Date.now() - 2 * day);
  utimesSync(pathOf(environment.id, storedAs), before, before);
}
