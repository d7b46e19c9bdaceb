import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const online = {
  customer_acceptance: {
    type: "online",
    accepted_at: 1_700_000_000,
    online: { ip_address: "203.0.113.7", user_agent: "a browser" },
  },
} as const;

const iban = {
  type: "sepa_debit",
  sepa_debit: { iban: "AT611904300234573201" },
  billing_details: { name: "Jenny Rosen", email: "jenny@example.com" },
} as const;

const debit = {
  amount: 2500,
  currency: "eur",
  confirm: true,
  payment_method_data: {
    type: "sepa_debit",
    sepa_debit: { iban: "AT611904300234573201" },
    billing_details: { name: "Jenny Rosen", email: "jenny@example.com" },
  },
} as const satisfies Partial<Stripe.PaymentIntentCreateParams>;

const offline = { customer_acceptance: { type: "offline", offline: {} } } as const;

describe("a payment by debit", () => {
  test("is made under the mandate that its payer agreed to with it", async () => {
    const payment = await stripe.paymentIntents.create({
      ...debit,
      mandate_data: offline,
    });
    expect(payment.status).toBe("processing");
    const charge = await stripe.charges.retrieve(String(payment.latest_charge));
    const mandate = await stripe.mandates.retrieve(
      String(charge.payment_method_details?.sepa_debit?.mandate),
    );
    expect(mandate).toMatchObject({
      object: "mandate",
      type: "single_use",
      single_use: { amount: 2500, currency: "eur" },
      payment_method: payment.payment_method,
      status: "inactive",
    });
    const [event] = (await stripe.events.list({ type: "mandate.updated", limit: 1 })).data;
    expect(event?.data.previous_attributes).toEqual({ status: "active" });
  });

  test("that is to be repeated is repeated under the same mandate, named or not", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      confirm: true,
      payment_method_data: debit.payment_method_data,
      mandate_data: offline,
    });
    const again = {
      amount: 900,
      currency: "eur",
      customer: customer.id,
      payment_method: String(setup.payment_method),
      off_session: true,
      confirm: true,
      expand: ["latest_charge"],
    } satisfies Stripe.PaymentIntentCreateParams;
    for (const named of [{}, { mandate: String(setup.mandate) }]) {
      const { latest_charge: charge } = await stripe.paymentIntents.create({ ...again, ...named });
      expect(charge).toMatchObject({ payment_method_details: { sepa_debit: { mandate: setup.mandate } } });
    }
    await expect(
      stripe.paymentIntents.create({
        ...again,
        payment_method: "pm_sepaDebit",
        mandate: String(setup.mandate),
      }),
    ).rejects.toMatchObject({ statusCode: expect.any(Number) });
  });

  test("is refused without any, and with one that is not there", async () => {
    await expect(stripe.paymentIntents.create(debit)).rejects.toMatchObject({
      code: "payment_intent_mandate_invalid",
      param: "mandate_data",
    });
    await expect(stripe.paymentIntents.create({ ...debit, mandate: "mandate_nobody" })).rejects.toMatchObject(
      { code: "resource_missing", param: "mandate" },
    );
  });
});

describe("a debit", () => {
  test("is set up under a mandate that its payer agreed to", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      allowed_payment_method_types: ["sepa_debit"],
      payment_method_data: iban,
      mandate_data: online,
      confirm: true,
      expand: ["mandate.payment_method"],
    });
    expect(setup).toMatchObject({ status: "succeeded", single_use_mandate: null });
    expect(setup.mandate).toMatchObject({
      object: "mandate",
      status: "active",
      type: "multi_use",
      multi_use: {},
      customer_acceptance: {
        type: "online",
        accepted_at: 1_700_000_000,
        online: { ip_address: "203.0.113.7", user_agent: "a browser" },
      },
      payment_method: { object: "payment_method", customer: customer.id, type: "sepa_debit" },
      payment_method_details: { type: "sepa_debit", sepa_debit: { reference: expect.any(String) } },
    });
  });

  test("for one payment only", async () => {
    const setup = await stripe.setupIntents.create({
      allowed_payment_method_types: ["sepa_debit"],
      payment_method_data: iban,
      mandate_data: { customer_acceptance: { type: "offline", offline: {} } },
      single_use: { amount: 2500, currency: "eur" },
      confirm: true,
    });
    expect(setup.mandate).toBeNull();
    const mandate = await stripe.mandates.retrieve(String(setup.single_use_mandate));
    expect(mandate).toMatchObject({
      type: "single_use",
      single_use: { amount: 2500, currency: "eur" },
      customer_acceptance: { type: "offline", offline: {}, accepted_at: expect.any(Number) },
    });
    expect(mandate).not.toHaveProperty("multi_use");
  });

  test("is not set up without", async () => {
    const params = { allowed_payment_method_types: ["sepa_debit"], payment_method_data: iban, confirm: true };
    await expect(stripe.setupIntents.create(params)).rejects.toMatchObject({
      code: "setup_intent_mandate_invalid",
    });
    await expect(
      stripe.setupIntents.create({
        ...params,
        mandate_data: { customer_acceptance: { type: "online" } },
      }),
    ).rejects.toMatchObject({
      code: "parameter_missing",
      param: "mandate_data[customer_acceptance][online][ip_address]",
    });
  });
});

test("an American account is set up under a mandate too", async () => {
  const american = await anApiWorld({ currency: "usd", country: "US" });
  const { id } = await american.stripe.setupIntents.create({
    allowed_payment_method_types: ["us_bank_account"],
    payment_method_data: {
      type: "us_bank_account",
      us_bank_account: { routing_number: "110000000", account_number: "000123456789" },
      billing_details: { name: "Jenny Rosen" },
    },
    mandate_data: online,
    confirm: true,
  });
  const setup = await american.stripe.setupIntents.verifyMicrodeposits(id, {
    descriptor_code: "SM11AA",
    expand: ["mandate"],
  });
  expect(setup).toMatchObject({
    status: "succeeded",
    payment_method_options: { us_bank_account: { verification_method: "automatic" } },
    mandate: { payment_method_details: { type: "us_bank_account", us_bank_account: {} } },
  });
});

/** https://docs.stripe.com/api/setup_intents/object: "retrievable with publishable key". */
const toldToBrowsers = (
  "id object cancellation_reason client_secret created description last_setup_error livemode next_action " +
  "payment_method payment_method_types status usage"
).split(" ");

describe("a browser's key", () => {
  test("opens a setup with its secret, and confirms it", async () => {
    const publishable = aClient(world, await aKey(world, "publishable"));
    const { id, client_secret } = await stripe.setupIntents.create({});
    const secret = { client_secret: String(client_secret) };
    expect(await publishable.setupIntents.retrieve(id, secret)).toMatchObject({ id });
    await expect(publishable.setupIntents.retrieve(id)).rejects.toMatchObject({ param: "client_secret" });
    await expect(publishable.setupIntents.retrieve(id, { client_secret: "wrong" })).rejects.toMatchObject({
      code: "setup_intent_invalid_parameter",
    });
    const confirmed = await publishable.setupIntents.confirm(id, {
      ...secret,
      payment_method_data: iban,
    });
    expect(Object.keys(confirmed)).toEqual(toldToBrowsers);
    const mandate = await stripe.mandates.retrieve(String((await stripe.setupIntents.retrieve(id)).mandate));
    expect(mandate.customer_acceptance).toMatchObject({
      type: "online",
      online: { ip_address: expect.any(String) },
    });
  });
});

test("another business's setups, attempts and mandates do not exist", async () => {
  const other = await anApiWorld();
  const theirs = await stripe.setupIntents.create({
    allowed_payment_method_types: ["sepa_debit"],
    payment_method_data: iban,
    mandate_data: online,
    confirm: true,
  });
  const missing = { statusCode: 404, code: "resource_missing" };
  await expect(other.stripe.setupIntents.retrieve(theirs.id)).rejects.toMatchObject(missing);
  await expect(other.stripe.setupIntents.confirm(theirs.id)).rejects.toMatchObject(missing);
  await expect(other.stripe.mandates.retrieve(String(theirs.mandate))).rejects.toMatchObject(missing);
  const answer = await rawRequest(other, {
    path: `/v1/setup_attempts?setup_intent=${theirs.id}`,
    headers: { Authorization: `Bearer ${other.key}` },
  });
  expect(answer).toMatchObject({ status: 404, error: { param: "setup_intent" } });
});
