import { expect, test, vi } from "vitest";
import { readingOf } from "#lib/lists/list-source";
import { listTotals } from "#lib/lists/list-totals";
import { sumList } from "#lib/lists/sum-list";
import { inWorker } from "#lib/work/in-worker";
import { aPayment } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

test("a worker reads the same database, and the same tenant of it", async () => {
  const { viewer } = await aWorld();
  const other = await aWorld();
  await aPayment(viewer);
  await aPayment(other.viewer, { amount: 99_900 });
  const asked = { list: "payments", address: { status: "succeeded" } };
  const here = await sumList(viewer, { ...asked, reading: readingOf(viewer) });
  expect(await listTotals(viewer, asked)).toEqual(here);
  expect(here).toEqual([{ currency: "eur", count: 1, amount: 5000, received: 5000 }]);
});

test("what files from outside make last is given up, and the next work is done", async () => {
  const { viewer } = await aWorld();
  const packet = { title: "T", cover: [], filesHeading: "Files", unreadable: "No.", files: [] };
  const waits = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort());
  await expect(inWorker(viewer, "drawPacket", packet)).rejects.toMatchObject({
    facts: { status: 503, retryAfter: 60 },
  });
  expect(waits).toHaveBeenCalledExactlyOnceWith(30_000);
  waits.mockRestore();
  expect(await inWorker(viewer, "drawPacket", packet)).toBeDefined();
});
