import fc from "fast-check";
import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyAll } from "#lib/verify/verify-all";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { askByTransfer, cardToo, cashOf, sendAhead } from "#tests/support/sent-ahead";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});

/** What somebody may try to change of a payment that waits. */
const changes = [
  { capture_method: "manual" },
  { payment_method: "pm_card_visa" },
  { setup_future_usage: "off_session" },
  { allowed_payment_method_types: ["card"] },
  { description: "Soon" },
] satisfies Stripe.PaymentIntentUpdateParams[];

const ask = (customer: string, amount: number) => askByTransfer(stripe, customer, amount, cardToo);
const send = (customer: string, amount: number) => sendAhead(stripe, customer, amount);

test("money is never lost, whatever is sent, asked for, changed, canceled and refunded", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("send" as const), amount: fc.integer({ min: 1, max: 3000 }) }),
    fc.record({ do: fc.constant("ask" as const), amount: fc.integer({ min: 50, max: 3000 }) }),
    fc.record({ do: fc.constantFrom("cancel" as const, "refund" as const), amount: fc.nat(9) }),
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("change" as const),
        amount: fc.nat(1),
        to: fc.constantFrom(...changes),
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { id: customer } = await stripe.customers.create({});
      const asked = [(await ask(customer, 2500)).id];
      let sent = 0;
      for (const { amount, ...next } of steps) {
        const what = next.do;
        if (what === "send") sent += (await send(customer, amount)).net_amount;
        else if (what === "ask") asked.push((await ask(customer, amount)).id);
        else {
          const id = asked[amount % asked.length];
          if (id === undefined) continue;
          const { status } = await stripe.paymentIntents.retrieve(id);
          if (what === "cancel" && status === "requires_action") await stripe.paymentIntents.cancel(id);
          if (next.do === "change") await stripe.paymentIntents.update(id, next.to).catch(() => undefined);
          if (what === "refund" && status === "succeeded") {
            await stripe.refunds.create({ payment_intent: id }).catch(() => undefined);
          }
        }
        await runDueJobs(world.environment, Date.now());
      }
      let kept = await cashOf(stripe, customer);
      for (const id of asked) {
        const payment = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
        const charge = payment.latest_charge as Stripe.Charge | null;
        const remaining = payment.next_action?.display_bank_transfer_instructions?.amount_remaining;
        kept += charge ? charge.amount - charge.amount_refunded : 0;
        if (payment.status === "requires_action") kept += payment.amount - Number(remaining);
      }
      expect(kept).toBe(sent);
    }),
    { numRuns: 8 },
  );
  expect((await verifyAll()).problems).toEqual([]);
});
