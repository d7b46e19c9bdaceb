import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { hour } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

type Given = Parameters<Stripe["testHelpers"]["confirmationTokens"]["create"]>[0];
const aToken = (params: Given = {}, client = stripe) =>
  client.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa", ...params });
const money = { amount: 900, currency: "eur" };
const shipping = { name: "Zoë", address: { line1: "1 rue X", city: "Lyon", country: "FR" } };

describe("a confirmation token", () => {
  test("shows what will be paid with, and lasts twelve hours", async () => {
    const token = await aToken({
      payment_method: "pm_card_mastercard",
      return_url: "https://shop.example/back",
      shipping,
    });
    expect({ ...token }).toMatchObject({
      id: expect.stringMatching(/^ctoken_/),
      object: "confirmation_token",
      expires_at: token.created + 12 * 3600,
      mandate_data: null,
      payment_intent: null,
      payment_method_preview: { type: "card", card: { brand: "mastercard" }, customer: null },
      return_url: "https://shop.example/back",
      setup_intent: null,
      shipping: { name: "Zoë", address: { city: "Lyon", state: null }, phone: null },
    });
    expect(token.payment_method_preview).not.toHaveProperty("id");
    expect({ ...(await stripe.confirmationTokens.retrieve(token.id)) }).toEqual({ ...token });
  });

  test("confirms one payment, with all it holds", async () => {
    const token = await aToken({ setup_future_usage: "off_session", shipping });
    const customer = await stripe.customers.create();
    const intent = await stripe.paymentIntents.create({ ...money, customer: customer.id });
    const paid = await stripe.paymentIntents.confirm(intent.id, {
      confirmation_token: token.id,
      return_url: "https://shop.example/back",
    });
    expect(paid).toMatchObject({
      status: "succeeded",
      setup_future_usage: "off_session",
      shipping: { name: "Zoë" },
    });
    expect((await stripe.confirmationTokens.retrieve(token.id)).payment_intent).toBe(intent.id);
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
    const again = stripe.paymentIntents.create({ ...money, confirm: true, confirmation_token: token.id });
    await expect(again).rejects.toMatchObject({ param: "confirmation_token" });
  });

  test("pays and sets up at once, also a debit whose mandate it holds", async () => {
    const paid = await stripe.paymentIntents.create({
      ...money,
      confirm: true,
      confirmation_token: (await aToken({ return_url: "https://shop.example/back" })).id,
    });
    expect(paid.status).toBe("succeeded");
    const debit = await aToken({
      payment_method: undefined,
      payment_method_data: {
        type: "sepa_debit",
        sepa_debit: { iban: "DE89370400440532013000" },
        billing_details: { name: "Ada", email: "ada@example.com" },
      },
    });
    expect(debit.mandate_data?.customer_acceptance).toMatchObject({ type: "online" });
    const setup = await stripe.setupIntents.create({
      confirm: true,
      confirmation_token: debit.id,
      return_url: "https://shop.example/back",
      expand: ["mandate"],
    });
    expect(setup).toMatchObject({ status: "succeeded", mandate: { status: "active" } });
    expect((await stripe.confirmationTokens.retrieve(debit.id)).setup_intent).toBe(setup.id);
    const second = await stripe.setupIntents.create({});
    const confirmed = await stripe.setupIntents.confirm(second.id, {
      confirmation_token: (await aToken()).id,
      return_url: "https://shop.example/back",
    });
    expect(confirmed.status).toBe("succeeded");
  });

  test("gives way to what is said in the request", async () => {
    const token = await aToken();
    const paid = await stripe.paymentIntents.create({
      ...money,
      confirm: true,
      confirmation_token: token.id,
      payment_method: "pm_card_amex",
      return_url: "https://shop.example/back",
      expand: ["payment_method"],
    });
    expect(paid.payment_method).toMatchObject({ card: { brand: "amex" } });
  });

  test("stays good after a request that was refused, and is spent by a decline", async () => {
    const token = await aToken({ payment_method: "pm_card_chargeDeclined" });
    const early = stripe.paymentIntents.create({ ...money, confirmation_token: token.id });
    await expect(early).rejects.toMatchObject({ param: "confirmation_token" });
    const declined = stripe.paymentIntents.create({
      ...money,
      confirm: true,
      confirmation_token: token.id,
      return_url: "https://shop.example/back",
    });
    await expect(declined).rejects.toMatchObject({ code: "card_declined" });
    expect((await stripe.confirmationTokens.retrieve(token.id)).payment_intent).toMatch(/^pi_/);
  });

  test("is refused when it is too old, unknown, or holds nothing", async () => {
    const own = await anApiWorld();
    const old = await aToken({}, own.stripe);
    await moveClock(own.environment.slug, Date.now() + 13 * hour);
    const late = own.stripe.paymentIntents.create({ ...money, confirm: true, confirmation_token: old.id });
    await expect(late).rejects.toMatchObject({ code: "confirmation_token_expired" });
    const none = stripe.setupIntents.create({ confirm: true, confirmation_token: "ctoken_none" });
    await expect(none).rejects.toMatchObject({ code: "resource_missing", param: "confirmation_token" });
    await expect(stripe.testHelpers.confirmationTokens.create({})).rejects.toMatchObject({
      code: "parameter_missing",
    });
    const browser = aClient(world, await aKey(world, "publishable"));
    await expect(aToken({}, browser)).rejects.toMatchObject({ statusCode: 403 });
  });
});
