import { execFileSync } from "node:child_process";
import { constants, existsSync, mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { dialect } from "#db/dialect";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { maskRoles } from "#lib/discretion/masked-roles";
import { orderExport } from "#lib/exports/order-export";
import { getDownload, getExport } from "#lib/exports/queries";
import { pathOfExport } from "#lib/exports/storage";
import { runDueJobs } from "#lib/jobs/run-due";
import { changeRoles } from "#lib/team/change-roles";
import { removeMember } from "#lib/team/remove-member";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

type Losing = (owner: Viewer, personId: string) => Promise<unknown>;

const long = Object.fromEntries(Array.from({ length: 40 }, (_each, at) => [`note ${at}`, "x".repeat(490)]));
const customers = 6;

afterEach(() => vi.useRealTimers());

// A thread opens the database by its file, which only SQLite's is; Windows has no pipes among its files.
test.skipIf(dialect === "postgres" || process.platform === "win32").each<[string, Losing]>([
  ["is removed", (owner, personId) => removeMember(owner, { personId })],
  ["loses the role", (owner, personId) => changeRoles(owner, { personId, roles: ["refund_analyst"] })],
  ["may no longer read personal fields", (owner) => maskRoles(owner, { roles: ["analyst"] })],
])("who %s while the rows of their file are being written gets none of it", async (_what, lose) => {
  const world = await aWorld();
  const owner = (await aMember(world, ["super_admin"], { owner: true })).viewer;
  const { viewer, person } = await aMember(world, ["analyst"]);
  for (let at = 0; at < customers; at++) await createCustomer(viewer, { name: `Zoë ${at}`, metadata: long });
  const { id } = await orderExport(viewer, {
    ...{ dataset: "customers", format: "csv", columns: ["id", "name"], metadata: Object.keys(long) },
    ...{ timeZone: "UTC", address: {}, readIn: "UTC", from: null, until: null },
  });
  const path = pathOfExport(await getExport(viewer, id));
  const disk = await slowDisk(`${path}.part`);
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const writing = runDueJobs(world.environment, Date.now());
  const written = await disk.take(20_000);
  expect(written).toContain("Zoë");
  expect(await getExport(viewer, id)).toMatchObject({ state: "running", rowsDone: 0 });

  await lose(owner, person.id);
  vi.advanceTimersByTime(500);
  await vi.waitFor(async () => expect((await getExport(viewer, id)).state).toBe("stopped"));
  await disk.full();
  await writing;
  expect(written.split("\r\n").length).toBeLessThan(customers);
  expect([path, `${path}.part`].filter(existsSync)).toEqual([]);
  await expect(getDownload(viewer, id)).rejects.toMatchObject({ facts: { status: 400 } });
});

/** Stands where a file is to be written, and takes no more of it than it is asked to. Nobody waits for it for good. */
async function slowDisk(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  execFileSync("mkfifo", [path]);
  const pipe = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => pipe.close().catch(() => {}));
  return {
    full: () => pipe.close(),
    async take(bytes: number): Promise<string> {
      const taken: Buffer[] = [];
      const count = () => taken.reduce((sum, { length }) => sum + length, 0);
      const look = async () => {
        const { buffer, bytesRead } = await pipe.read(Buffer.alloc(bytes));
        taken.push(buffer.subarray(0, bytesRead));
        expect(count()).toBeGreaterThanOrEqual(bytes);
      };
      // Each step of it would move the time of the test on by as much: then it is noted how far the file is.
      await vi.waitFor(look, { timeout: 15_000, interval: 0 });
      return Buffer.concat(taken).toString();
    },
  };
}
