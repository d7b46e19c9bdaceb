import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { answerAuthentication } from "#lib/payments/authentication-page";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const pay = (confirmation_method: "automatic" | "manual") =>
  stripe.paymentIntents.create({
    amount: 2500,
    currency: "eur",
    payment_method: "pm_card_threeDSecure2Required",
    confirm: true,
    return_url: "https://shop.example/return",
    confirmation_method,
  });

/** Its customer proves to hold the card, on the page of their bank. */
function authenticate({ next_action }: Stripe.PaymentIntent) {
  const url = String(next_action?.redirect_to_url?.url);
  const [, , environment = "", payment = "", token = ""] = new URL(url).pathname.split("/");
  return answerAuthentication({ environment, payment, token }, "succeeded");
}

describe("a payment that is to be authenticated", () => {
  test("goes on by itself afterwards", async () => {
    const made = await pay("automatic");
    expect((await authenticate(made))?.returnTo).toContain("redirect_status=succeeded");
    expect(await stripe.paymentIntents.retrieve(made.id)).toMatchObject({ status: "succeeded" });
  });

  test("is to be confirmed again with another method, and asks nothing of the one before", async () => {
    const made = await pay("automatic");
    const changed = await stripe.paymentIntents.update(made.id, { payment_method: "pm_card_mastercard" });
    expect(changed).toMatchObject({ status: "requires_confirmation", next_action: null });
    expect(await authenticate(made)).toBeUndefined();
    expect(await stripe.paymentIntents.confirm(made.id)).toMatchObject({ status: "succeeded" });
  });

  test("that only its server confirms waits for it once more after authentication", async () => {
    const made = await pay("manual");
    expect(made).toMatchObject({ status: "requires_action" });
    const browser = aClient(world, await aKey(world, "publishable"));
    const known = { client_secret: String(made.client_secret), return_url: "https://shop.example/return" };
    await expect(browser.paymentIntents.confirm(made.id, known)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("cannot be confirmed using your publishable key"),
    });
    const told = await authenticate(made);
    expect(told?.returnTo).toContain("redirect_status=pending");
    const waiting = await stripe.paymentIntents.retrieve(made.id);
    expect(waiting).toMatchObject({
      status: "requires_confirmation",
      next_action: null,
      latest_charge: null,
    });
    const done = await stripe.paymentIntents.confirm(made.id, { expand: ["latest_charge"] });
    expect(done).toMatchObject({
      status: "succeeded",
      latest_charge: { payment_method_details: { card: { three_d_secure: { result: "authenticated" } } } },
    });
  });

  test("that only its server confirms is authenticated anew for another amount", async () => {
    const made = await pay("manual");
    await authenticate(made);
    await stripe.paymentIntents.update(made.id, { amount: made.amount + 100 });
    const again = { return_url: "https://shop.example/return" };
    expect(await stripe.paymentIntents.confirm(made.id, again)).toMatchObject({ status: "requires_action" });
  });
});
