import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/database";
import { transaction } from "#db/transaction";
import { storeKey } from "#lib/keys/create-key";
import { newKeyText } from "#lib/keys/key-text";
import { verifyAll } from "#lib/verify/verify-all";
import { aClient } from "#tests/support/api-server";
import { aWorld } from "#tests/support/world";

const key = newKeyText("secret", "test");
const calls = 12;

let server: ChildProcess | undefined;

beforeAll(async () => {
  const { viewer } = await aWorld();
  await transaction(viewer, (tx) => storeKey(tx, key, { kind: "secret", name: "caller", demo: "no" }));
  await closeDatabase(); // the file now belongs to the process that will be killed
});
afterAll(() => server?.kill("SIGKILL"));

async function start(): Promise<Stripe> {
  server = spawn(process.execPath, ["tests/support/api-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!server.stdout) throw new Error("The server has no output");
  const [printed] = await once(server.stdout, "data");
  const port = Number(String(printed));
  return aClient({ port, url: `http://127.0.0.1:${port}` }, key);
}

type Answer = Stripe.Response<Stripe.PaymentIntent> | Stripe.Response<Stripe.Customer>;

/** Half of the calls ask a processor, half are one transaction. */
function call(stripe: Stripe, number: number): Promise<Answer> {
  const options = { idempotencyKey: `call ${number}` };
  const metadata = { number: String(number) };
  if (number % 2 === 0) return stripe.customers.create({ metadata }, options);
  return stripe.paymentIntents.create(
    { amount: 2500, currency: "eur", payment_method: "pm_card_visa", confirm: true, metadata },
    options,
  );
}

test("after a crash the same keys bring the answers that were given, and finish what was not answered", async () => {
  const first = await start();
  const told = new Map<number, Answer>();
  const running = Array.from({ length: calls }, async (_, number) => {
    told.set(number, await call(first, number));
    if (told.size === 3) server?.kill("SIGKILL");
  });
  const outcomes = await Promise.allSettled(running);
  const broken = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  for (const error of broken) expect(error).toBeInstanceOf(Stripe.errors.StripeConnectionError);

  const second = await start();
  for (let number = 0; number < calls; number++) {
    const answer = await call(second, number);
    const before = told.get(number);
    if (before) {
      expect(answer).toEqual(before);
      expect(answer.lastResponse.headers["idempotent-replayed"]).toBe("true");
    }
    if (answer.object === "payment_intent") expect(answer.status).toBe("succeeded");
  }
  const payments = (await second.paymentIntents.list({ limit: 100 })).data;
  const customers = (await second.customers.list({ limit: 100 })).data;
  const numbers = [...payments, ...customers].map(({ metadata }) => Number(metadata.number));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: calls }, (_, number) => number));
  server?.kill("SIGKILL");
  expect((await verifyAll()).problems).toEqual([]);
}, 60_000);
