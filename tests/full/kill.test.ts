import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/database";
import { transaction } from "#db/transaction";
import { storeKey } from "#lib/keys/create-key";
import { newKeyText } from "#lib/keys/key-text";
import { verifyAll } from "#lib/verify/verify-all";
import { aWorld } from "#tests/support/world";

const key = newKeyText("secret", "test");
/** Acknowledged orders after which the server is killed, round by round: early, and well under way. */
const killAfter = [5, 60, 150, 300];
const callers = 16;

/** What an order asked for, and what its caller was told. */
interface Order {
  number: number;
  payment: string | null;
  refund: string | null;
}

let server: ChildProcess | undefined;
beforeAll(async () => {
  const { viewer } = await aWorld();
  await transaction(viewer, (tx) => storeKey(tx, key, { kind: "secret", name: "load", demo: "no" }));
  await closeDatabase(); // the file now belongs to the process that will be killed
});
afterAll(() => server?.kill("SIGKILL"));

test("a server killed under load loses and doubles nothing", { timeout: 240_000 }, async () => {
  const orders: Order[] = [];
  for (const acknowledged of killAfter) await loadAndKill(orders, acknowledged);

  const stripe = await start();
  for (const order of orders) await place(stripe, order); // as clients do: again, with the same keys
  await expectEachOnce(stripe, orders);
  server?.kill("SIGKILL");

  const { problems } = await verifyAll();
  expect(problems).toEqual([]);
});

async function loadAndKill(orders: Order[], acknowledged: number): Promise<void> {
  const stripe = await start();
  let told = 0;
  const caller = async () => {
    while (server?.signalCode === null) {
      const order: Order = { number: orders.length, payment: null, refund: null };
      orders.push(order);
      try {
        await place(stripe, order);
        if (++told === acknowledged) server.kill("SIGKILL");
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeConnectionError)) throw error;
        return; // the server died on us: what became of this order is to be seen
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

/** Pays an order and refunds part of it; notes what is acknowledged. */
async function place(stripe: Stripe, order: Order): Promise<void> {
  const payment = await stripe.paymentIntents.create(
    {
      amount: 2000 + order.number,
      currency: "eur",
      payment_method: "pm_card_visa",
      confirm: true,
      metadata: { order: String(order.number) },
    },
    { idempotencyKey: `pay ${order.number}` },
  );
  if (order.payment !== null) expect(payment.id).toBe(order.payment);
  order.payment = payment.id;
  const refund = await stripe.refunds.create(
    { payment_intent: payment.id, amount: 500 },
    { idempotencyKey: `refund ${order.number}` },
  );
  if (order.refund !== null) expect(refund.id).toBe(order.refund);
  order.refund = refund.id;
}

async function expectEachOnce(stripe: Stripe, orders: Order[]): Promise<void> {
  const found = new Map<string, Stripe.PaymentIntent[]>();
  for await (const payment of stripe.paymentIntents.list({ limit: 100, expand: ["data.latest_charge"] })) {
    const number = payment.metadata.order ?? "none";
    found.set(number, [...(found.get(number) ?? []), payment]);
  }
  expect(found.size).toBe(orders.length);
  for (const order of orders) {
    const payments = found.get(String(order.number)) ?? [];
    expect(payments.map(({ id }) => id)).toEqual([order.payment]);
    expect(payments[0]).toMatchObject({ status: "succeeded", latest_charge: { amount_refunded: 500 } });
  }
}

async function start(): Promise<Stripe> {
  server = spawn(process.execPath, ["tests/support/api-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!server.stdout) throw new Error("The server has no output");
  const [printed] = await once(server.stdout, "data");
  return new Stripe(key, {
    host: "127.0.0.1",
    port: Number(String(printed)),
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  });
}
