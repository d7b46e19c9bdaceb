import fc from "fast-check";
import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyAll } from "#lib/verify/verify-all";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});

function ask(customer: string, amount: number) {
  return stripe.paymentIntents.create({
    customer,
    amount,
    currency: "usd",
    allowed_payment_method_types: ["customer_balance"],
    payment_method_data: { type: "customer_balance" },
    payment_method_options: {
      customer_balance: { funding_type: "bank_transfer", bank_transfer: { type: "us_bank_transfer" } },
    },
    confirm: true,
  });
}

function send(customer: string, amount: number) {
  return stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: "usd" });
}

test("money is never lost, whatever is sent, asked for, canceled and refunded", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("send" as const), amount: fc.integer({ min: 1, max: 3000 }) }),
    fc.record({ do: fc.constant("ask" as const), amount: fc.integer({ min: 50, max: 3000 }) }),
    fc.record({ do: fc.constantFrom("cancel" as const, "refund" as const), amount: fc.nat(9) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { id: customer } = await stripe.customers.create({});
      const asked: string[] = [];
      let sent = 0;
      for (const { do: what, amount } of steps) {
        if (what === "send") sent += (await send(customer, amount)).net_amount;
        else if (what === "ask") asked.push((await ask(customer, amount)).id);
        else {
          const id = asked[amount % Math.max(asked.length, 1)];
          if (id === undefined) continue;
          const { status } = await stripe.paymentIntents.retrieve(id);
          if (what === "cancel" && status === "requires_action") await stripe.paymentIntents.cancel(id);
          if (what === "refund" && status === "succeeded") {
            await stripe.refunds.create({ payment_intent: id }).catch(() => undefined);
          }
        }
        await runDueJobs(world.environment, Date.now());
      }
      let kept = (await stripe.customers.retrieveCashBalance(customer)).available?.usd ?? 0;
      for (const id of asked) {
        const payment = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
        const charge = payment.latest_charge as Stripe.Charge | null;
        const remaining = payment.next_action?.display_bank_transfer_instructions?.amount_remaining;
        kept += charge ? charge.amount - charge.amount_refunded : 0;
        if (payment.status === "requires_action") kept += payment.amount - Number(remaining);
      }
      expect(kept).toBe(sent);
    }),
    { numRuns: 5 },
  );
  expect((await verifyAll()).problems).toEqual([]);
});
