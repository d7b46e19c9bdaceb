import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { answerSetupAuthentication } from "#lib/setup-intents/authentication-page";
import { anApiWorld } from "#tests/support/api-server";

let stripe: Stripe;
beforeAll(async () => {
  stripe = (await anApiWorld()).stripe;
});

/** What the customer does on the page of their bank. */
async function authenticate(setup: Stripe.SetupIntent, outcome: "succeeded" | "failed") {
  const url = setup.next_action?.redirect_to_url?.url ?? String(setup.next_action?.use_stripe_sdk?.stripe_js);
  const [, , environment = "", payment = "", token = ""] = new URL(url).pathname.split("/");
  return answerSetupAuthentication({ environment, payment, token }, outcome);
}

async function eventsOf(id: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  return data.filter(({ data: { object } }) => "id" in object && object.id === id).map(({ type }) => type);
}

describe("authentication", () => {
  test("asked for by the bank, passed, lets the card pay in its holder's absence", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: "pm_card_authenticationRequiredOnSetup",
      confirm: true,
      return_url: "https://shop.example/return",
    });
    expect(setup).toMatchObject({
      status: "requires_action",
      next_action: {
        type: "redirect_to_url",
        redirect_to_url: {
          return_url: "https://shop.example/return",
          url: expect.stringContaining(setup.id),
        },
      },
    });
    const told = await authenticate(setup, "succeeded");
    expect(told?.returnTo).toContain(`setup_intent=${setup.id}`);
    expect(told?.returnTo).toContain("redirect_status=succeeded");
    const after = await stripe.setupIntents.retrieve(setup.id, { expand: ["latest_attempt"] });
    expect(after).toMatchObject({
      status: "succeeded",
      next_action: null,
      latest_attempt: {
        status: "succeeded",
        payment_method_details: {
          card: { three_d_secure: { result: "authenticated", authentication_flow: "challenge" } },
        },
      },
    });
    expect(await eventsOf(setup.id)).toEqual([
      "setup_intent.succeeded",
      "setup_intent.requires_action",
      "setup_intent.created",
    ]);
    const paid = await stripe.paymentIntents.create({
      amount: 1500,
      currency: "eur",
      customer: customer.id,
      payment_method: String(after.payment_method),
      off_session: true,
      confirm: true,
    });
    expect(paid.status).toBe("succeeded");
    expect(await authenticate(setup, "succeeded")).toBeUndefined();
  });

  test("of a card that was only attached, or set up for its holder's presence, is asked for in their absence", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: "pm_card_authenticationRequiredOnSetup",
      confirm: true,
      usage: "on_session",
      use_stripe_sdk: true,
    });
    expect(setup.next_action?.type).toBe("use_stripe_sdk");
    await authenticate(setup, "succeeded");
    await expect(
      stripe.paymentIntents.create({
        amount: 1500,
        currency: "eur",
        customer: customer.id,
        payment_method: String((await stripe.setupIntents.retrieve(setup.id)).payment_method),
        off_session: true,
        confirm: true,
      }),
    ).rejects.toMatchObject({ code: "authentication_required" });
  });

  test("is asked for anew of another method than the one that was to be authenticated", async () => {
    const setup = await stripe.setupIntents.create({
      payment_method: "pm_card_threeDSecure2Required",
      confirm: true,
      return_url: "https://shop.example/return",
      expand: ["latest_attempt"],
    });
    const changed = await stripe.setupIntents.update(setup.id, {
      payment_method: "pm_card_authenticationRequiredOnSetup",
    });
    expect(changed).toMatchObject({ status: "requires_confirmation", next_action: null });
    expect(await authenticate(setup, "succeeded")).toBeUndefined();
    const { data } = await stripe.setupAttempts.list({ setup_intent: setup.id });
    expect(data).toMatchObject([{ status: "abandoned" }]);
    expect(await stripe.setupIntents.confirm(setup.id)).toMatchObject({ status: "requires_action" });
  });

  test("failed fails the setup", async () => {
    const setup = await stripe.setupIntents.create({
      payment_method: "pm_card_threeDSecure2Required",
      confirm: true,
    });
    expect(await authenticate(setup, "failed")).toEqual({ status: "failed", returnTo: null });
    const after = await stripe.setupIntents.retrieve(setup.id);
    expect(after).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      last_setup_error: { code: "setup_intent_authentication_failure" },
    });
    expect(await eventsOf(setup.id)).toContain("setup_intent.setup_failed");
  });

  test("left undone is abandoned by the next attempt", async () => {
    const setup = await stripe.setupIntents.create({
      payment_method: "pm_card_threeDSecure2Required",
      confirm: true,
    });
    await stripe.setupIntents.confirm(setup.id, { payment_method: "pm_card_visa" });
    const attempts = await stripe.setupAttempts.list({ setup_intent: setup.id });
    expect(attempts.data.map(({ status }) => status)).toEqual(["succeeded", "abandoned"]);
  });

  test("passed in a payment that is to be repeated counts as a setup", async () => {
    const customer = await stripe.customers.create({});
    const first = await stripe.paymentIntents.create({
      amount: 1500,
      currency: "eur",
      customer: customer.id,
      payment_method: "pm_card_visa",
      setup_future_usage: "off_session",
      confirm: true,
    });
    const again = await stripe.paymentIntents.create({
      amount: 1500,
      currency: "eur",
      customer: customer.id,
      payment_method: String(first.payment_method),
      off_session: true,
      confirm: true,
    });
    expect(again.status).toBe("succeeded");
  });
});
