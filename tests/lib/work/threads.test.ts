import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { threadsOf } from "#lib/work/threads";

test("what waits for a thread that cannot begin is told so, and the next work has another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "threads-"));
  const file = join(folder, "half-updated.mjs");
  const work = (input: number): Promise<number> => threadsOf(file, { maxThreads: 2 }).run(input);
  await writeFile(file, "throw new Error('Not there yet');");
  const came = await Promise.allSettled([work(1), work(2), work(3)]);
  expect(came.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await writeFile(file, "export default (input) => input + 1;");
  expect(await work(1)).toBe(2);
  await rm(folder, { recursive: true });
});
