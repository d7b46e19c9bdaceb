import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/database";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { storeKey } from "#lib/keys/create-key";
import { newKeyText } from "#lib/keys/key-text";
import { atEnd } from "#tests/support/at-end";
import { anEndpoint } from "#tests/support/webhooks";
import { aWorld } from "#tests/support/world";

const key = newKeyText("secret", "test");
const all = 10_000;
const callers = 16;
/** Acknowledged calls after which the server is killed in the middle of others. */
const killAfter = [2500, 6000];

let viewer: Viewer;
let server: ChildProcess | undefined;
let healthy: Counter, slow: Counter, failing: Counter, flapping: Counter;

beforeAll(async () => {
  ({ viewer } = await aWorld());
  await transaction(viewer, (tx) => storeKey(tx, key, { kind: "secret", name: "load", demo: "no" }));
  healthy = await aCounter(() => 200);
  slow = await aCounter(() => 200, 20);
  failing = await aCounter(({ recovered }) => (recovered ? 200 : 500));
  let calls = 0;
  flapping = await aCounter(({ recovered }) => (recovered || calls++ % 3 > 0 ? 200 : calls % 2 ? 503 : null));
  for (const counter of [healthy, slow, failing, flapping]) {
    await anEndpoint(viewer, counter, { enabledEvents: ["customer.created"] });
  }
  await closeDatabase(); // the file now belongs to the process that will be killed
});
atEnd(() => server?.kill("SIGKILL"));

test(
  "ten thousand events reach every endpoint that recovers in time, though the server is killed twice",
  { timeout: 1_800_000 },
  async () => {
    const made = new Set<string>();
    const todo = Array.from({ length: all }, (_, number) => number);
    const resident: number[] = [];
    for (const acknowledged of [...killAfter, all]) {
      const stripe = await start();
      await makeCustomers(stripe, todo, made, acknowledged, () => resident.push(residentBytes()));
    }
    expect(made.size).toBe(all);
    await until(healthy, () => missing(healthy.delivered, made) === 0);
    await until(slow, () => missing(slow.delivered, made) === 0);
    await until(failing, () => missing(failing.seen, made) === 0);
    await until(flapping, () => missing(flapping.seen, made) === 0);
    resident.push(residentBytes());

    await moveBy(12 * minute); // the second try: one endpoint still fails, the other one still flaps
    Object.assign(failing.mood, { recovered: true });
    Object.assign(flapping.mood, { recovered: true });
    await moveBy(3 * hour);
    await until(failing, () => missing(failing.delivered, made) === 0);
    await until(flapping, () => missing(flapping.delivered, made) === 0);
    resident.push(residentBytes());
    // As much in the end as after the first events, but for what the collector has not looked at yet.
    const [first = 0, last = 0] = [resident[0], resident.at(-1)];
    expect(last, `${resident.join(", ")} bytes`).toBeLessThan(1.5 * first);
    expect(Math.max(...resident), `${resident.join(", ")} bytes`).toBeLessThan(600e6);
  },
);

/** Makes what is still to be made. The server is killed after so many, and what it did not acknowledge stays to do. */
async function makeCustomers(
  stripe: Stripe,
  todo: number[],
  made: Set<string>,
  acknowledged: number,
  before: () => void,
) {
  const caller = async () => {
    for (let number = todo.pop(); number !== undefined; number = todo.pop()) {
      try {
        const order = { idempotencyKey: `customer ${number}` };
        made.add((await stripe.customers.create({ name: `Number ${number}` }, order)).id);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeConnectionError)) throw error;
        return void todo.push(number);
      }
      if (made.size !== acknowledged) continue;
      before();
      if (acknowledged < all) server?.kill("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

async function moveBy(milliseconds: number): Promise<void> {
  await moveClock(viewer.environment.slug, moment(milliseconds));
}

let moved = 0;
function moment(milliseconds: number): number {
  moved += milliseconds;
  return Date.now() + moved;
}

interface Counter {
  url: string;
  /** The customers whose events came, and those of which we said that they came. */
  seen: Set<string>;
  delivered: Set<string>;
  mood: { recovered: boolean };
  heard(): void;
}

/** Somebody who takes webhooks, and keeps of them no more than which ones came. `null` hangs up. */
async function aCounter(answer: (mood: Counter["mood"]) => number | null, delay = 0): Promise<Counter> {
  const mood = { recovered: false };
  const counter: Counter = { url: "", seen: new Set(), delivered: new Set(), mood, heard: () => {} };
  const reply = (response: ServerResponse, id: string) => {
    const status = answer(mood);
    counter.seen.add(id);
    if (status === 200) counter.delivered.add(id);
    if (status === null) response.destroy();
    else response.writeHead(status).end();
    counter.heard();
  };
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const id = String(JSON.parse(Buffer.concat(chunks).toString()).data.object.id);
      if (delay === 0) reply(response, id);
      else setTimeout(() => reply(response, id), delay);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  atEnd(() => receiver.closeAllConnections());
  atEnd(() => receiver.close());
  counter.url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  return counter;
}

function until(counter: Counter, done: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    counter.heard = () => {
      if (done()) resolve();
    };
    counter.heard();
  });
}

function missing(there: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  if (there.size < wanted.size) return wanted.size - there.size;
  return [...wanted].filter((id) => !there.has(id)).length;
}

/** What the server holds of the machine's memory. */
function residentBytes(): number {
  const status = readFileSync(`/proc/${server?.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

async function start(): Promise<Stripe> {
  server = spawn(process.execPath, ["tests/support/api-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!server.stdout) throw new Error("The server has no output");
  const [printed] = await once(server.stdout, "data");
  const port = Number(String(printed));
  return new Stripe(key, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  });
}
