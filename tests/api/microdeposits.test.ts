import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { runDueJobs } from "#lib/jobs/run-due";
import { getPaymentStory } from "#lib/payments/payment-story";
import { timelineOf } from "#lib/payments/timeline";
import { answerDeposits, openDeposits } from "#lib/setup-intents/deposits-page";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});

const offline = { customer_acceptance: { type: "offline", offline: {} } } as const;
const account = (number = "000123456789") =>
  ({
    type: "us_bank_account",
    us_bank_account: {
      routing_number: "110000000",
      account_number: number,
      account_holder_type: "individual",
    },
    billing_details: { name: "Jenny Rosen", email: "jenny@example.com" },
  }) as const satisfies Stripe.PaymentIntentCreateParams.PaymentMethodData;

function pay(change: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    amount: 2500,
    currency: "usd",
    confirm: true,
    allowed_payment_method_types: ["us_bank_account"],
    payment_method_options: { us_bank_account: { verification_method: "microdeposits" } },
    payment_method_data: account(),
    mandate_data: offline,
    ...change,
  });
}

function keep(change: Partial<Stripe.SetupIntentCreateParams> = {}) {
  return stripe.setupIntents.create({
    confirm: true,
    allowed_payment_method_types: ["us_bank_account"],
    payment_method_data: account(),
    mandate_data: offline,
    ...change,
  });
}

function addressOf({ id, next_action }: Pick<Stripe.PaymentIntent, "id" | "next_action">) {
  const url = new URL(next_action?.verify_with_microdeposits?.hosted_verification_url ?? "");
  const [, , environment = "", , token = ""] = url.pathname.split("/");
  return { environment, payment: id, token };
}

describe("a payment from an account whose number was typed", () => {
  test("waits for its payer to read the code, then goes on under the same mandate", async () => {
    const payment = await pay();
    expect(payment).toMatchObject({
      status: "requires_action",
      latest_charge: null,
      next_action: {
        type: "verify_with_microdeposits",
        verify_with_microdeposits: {
          arrival_date: expect.any(Number),
          hosted_verification_url: expect.stringContaining("/authenticate/"),
          microdeposit_type: "descriptor_code",
        },
      },
    });
    const wrong = stripe.paymentIntents.verifyMicrodeposits(payment.id, { descriptor_code: "SM00ZZ" });
    await expect(wrong).rejects.toMatchObject({
      statusCode: 400,
      code: "payment_method_microdeposit_verification_descriptor_code_mismatch",
      param: "descriptor_code",
    });
    const verified = await stripe.paymentIntents.verifyMicrodeposits(payment.id, {
      descriptor_code: "SM11AA",
      expand: ["latest_charge"],
    });
    expect(verified).toMatchObject({
      status: "processing",
      next_action: null,
      latest_charge: {
        status: "pending",
        payment_method_details: { us_bank_account: { mandate: expect.stringMatching(/^mandate_/) } },
      },
    });
    await runDueJobs(world.environment, Date.now() + 5_000);
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({ status: "succeeded" });
    const over = stripe.paymentIntents.verifyMicrodeposits(payment.id, { descriptor_code: "SM11AA" });
    await expect(over).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
  });

  test("is verified once for a customer, whatever their later payments ask for", async () => {
    const customer = await stripe.customers.create({});
    const setup = await keep({ customer: customer.id });
    await stripe.setupIntents.verifyMicrodeposits(setup.id, { amounts: [45, 32] });
    const later = await pay({
      customer: customer.id,
      payment_method: String(setup.payment_method),
      payment_method_data: undefined,
      mandate_data: undefined,
    });
    expect(later.status).toBe("processing");
  });

  test("is refused where nobody is there to verify it, and where only instant verification is wanted", async () => {
    await expect(pay({ error_on_requires_action: true })).rejects.toMatchObject({
      statusCode: 400,
      code: "payment_intent_action_required",
    });
    const instant = { us_bank_account: { verification_method: "instant" } } as const;
    await expect(pay({ payment_method_options: instant })).rejects.toMatchObject({ param: "payment_method" });
  });

  test("is verified with a browser's key that knows its secret, and with no other", async () => {
    const payment = await pay();
    const browser = aClient(world, await aKey(world, "publishable"));
    const verify = (secret: string | null) =>
      browser.rawRequest("POST", `/v1/payment_intents/${payment.id}/verify_microdeposits`, {
        descriptor_code: "SM11AA",
        ...(secret && { client_secret: secret }),
      });
    await expect(verify(null)).rejects.toMatchObject({ param: "client_secret" });
    expect(await verify(payment.client_secret)).toMatchObject({ status: "processing" });
  });

  test("ends after ten wrong codes, three wrong pairs of amounts, or ten days", async () => {
    const codes = await pay();
    for (let left = 9; left > 0; left -= 1) {
      const wrong = stripe.paymentIntents.verifyMicrodeposits(codes.id, { descriptor_code: `SM00A${left}` });
      await expect(wrong).rejects.toMatchObject({ code: expect.stringContaining("mismatch") });
    }
    const exceeded = "payment_method_microdeposit_verification_attempts_exceeded";
    const last = stripe.paymentIntents.verifyMicrodeposits(codes.id, { descriptor_code: "SM00AA" });
    await expect(last).rejects.toMatchObject({ code: exceeded, payment_intent: { id: codes.id } });
    expect(await stripe.paymentIntents.retrieve(codes.id)).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      last_payment_error: { code: exceeded, type: "invalid_request_error" },
    });
    const method = String(codes.payment_method);
    await expect(pay({ payment_method: method, payment_method_data: undefined })).rejects.toMatchObject({
      code: exceeded,
    });

    const amounts = await pay();
    for (const left of [2, 1]) {
      const wrong = stripe.paymentIntents.verifyMicrodeposits(amounts.id, { amounts: [left, 3] });
      await expect(wrong).rejects.toMatchObject({
        code: "payment_method_microdeposit_verification_amounts_mismatch",
      });
    }
    const third = stripe.paymentIntents.verifyMicrodeposits(amounts.id, { amounts: [1, 1] });
    await expect(third).rejects.toMatchObject({ code: exceeded });

    const slow = await keep();
    await runDueJobs(world.environment, Date.now() + 11 * day);
    expect(await stripe.setupIntents.retrieve(slow.id)).toMatchObject({
      status: "requires_payment_method",
      last_setup_error: { code: "payment_method_microdeposit_verification_timeout" },
    });
    const [event] = (await stripe.events.list({ type: "setup_intent.setup_failed", limit: 1 })).data;
    expect(event?.data.object).toMatchObject({ id: slow.id });
    const again = await stripe.setupIntents.confirm(slow.id, {
      payment_method: String(slow.payment_method),
      mandate_data: offline,
    });
    expect(again.next_action?.verify_with_microdeposits?.microdeposit_type).toBe("amounts");
  });

  test("has no more guesses for being confirmed again, or for waiting at several payments", async () => {
    const code = "payment_method_microdeposit_verification_amounts_mismatch";
    const exceeded = "payment_method_microdeposit_verification_attempts_exceeded";
    const guess = (id: string) => stripe.paymentIntents.verifyMicrodeposits(id, { amounts: [1, 1] });
    const { id, payment_method: method } = await pay();
    const again = () => stripe.paymentIntents.confirm(id, { mandate_data: offline });
    expect((await again()).next_action?.verify_with_microdeposits?.microdeposit_type).toBe("amounts");
    const other = await pay({ payment_method: String(method), payment_method_data: undefined });
    await expect(guess(id)).rejects.toMatchObject({ code });
    await again();
    await expect(guess(other.id)).rejects.toMatchObject({ code });
    await expect(guess(id)).rejects.toMatchObject({ code: exceeded });
  });

  test("is proven by nothing any more once its guesses are used up elsewhere", async () => {
    const code = "payment_method_microdeposit_verification_attempts_exceeded";
    const setup = await keep();
    const method = String(setup.payment_method);
    const payment = await pay({ payment_method: method, payment_method_data: undefined });
    const last = stripe.setupIntents.verifyMicrodeposits(setup.id, { descriptor_code: "SM33CC" });
    await expect(last).rejects.toMatchObject({ code });
    const right = stripe.paymentIntents.verifyMicrodeposits(payment.id, { amounts: [32, 45] });
    await expect(right).rejects.toMatchObject({ code });
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code },
    });
  });

  test.each([
    [{ descriptor_code: "SM33CC" }, "payment_method_microdeposit_verification_attempts_exceeded"],
    [{ amounts: [11, 10] }, "payment_method_microdeposit_verification_attempts_exceeded"],
    [{ descriptor_code: "SM44DD" }, "payment_method_microdeposit_verification_timeout"],
    [{ amounts: [40, 41] }, "payment_method_microdeposit_verification_timeout"],
    [{ amounts: [32] }, "payment_method_microdeposit_verification_amounts_invalid"],
    [{ amounts: [32, 45], descriptor_code: "SM11AA" }, "parameters_exclusive"],
    [{}, "parameter_missing"],
  ])("%j: %s", async (guess, code) => {
    const setup = await keep();
    await expect(stripe.setupIntents.verifyMicrodeposits(setup.id, guess)).rejects.toMatchObject({ code });
  });

  test("hears of deposits that came back", async () => {
    const payment = await pay({ payment_method_data: account("000666666661") });
    expect(payment.status).toBe("requires_action");
    await runDueJobs(world.environment, Date.now() + 5_000);
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "payment_method_microdeposit_failed" },
    });
  });

  test("waits no more once it is canceled or paid otherwise", async () => {
    const canceled = await pay();
    await stripe.paymentIntents.cancel(canceled.id);
    const verify = stripe.paymentIntents.verifyMicrodeposits(canceled.id, { descriptor_code: "SM11AA" });
    await expect(verify).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
    expect(await openDeposits(addressOf(canceled))).toBeNull();
    await runDueJobs(world.environment, Date.now() + 11 * day);
    expect(await stripe.paymentIntents.retrieve(canceled.id)).toMatchObject({ status: "canceled" });
  });
});

test("a payment without deposits, and one of another business, are not verified", async () => {
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: "usd" });
  const guess = { descriptor_code: "SM11AA" };
  await expect(stripe.paymentIntents.verifyMicrodeposits(id, guess)).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
  const other = await anApiWorld();
  const setup = await keep();
  await expect(other.stripe.setupIntents.verifyMicrodeposits(setup.id, guess)).rejects.toMatchObject({
    statusCode: 404,
  });
});

describe("the page where an account is verified", () => {
  test("takes a code as it is typed, and says what became of it", async () => {
    const payment = await pay();
    const address = addressOf(payment);
    expect(await openDeposits(address)).toMatchObject({ kind: "descriptor_code", last4: "6789" });
    expect(await answerDeposits(address, { code: "nonsense" })).toBe("wrong");
    expect(await answerDeposits(address, { code: " sm11aa " })).toBe("verified");
    expect(await answerDeposits(address, { code: "SM11AA" })).toBe("gone");
  });

  test("is found by its address alone, and ends with the last guess", async () => {
    const setup = await keep();
    const address = addressOf(setup);
    expect(await openDeposits({ ...address, token: "another" })).toBeNull();
    expect(await answerDeposits(address, { amounts: ["1", "x"] })).toBe("wrong");
    expect(await answerDeposits(address, { amounts: ["10", "11"] })).toBe("failed");
  });
});

test("the story of a payment tells of the deposits, and why it was not collected", async () => {
  const payment = await pay();
  const guess = { descriptor_code: "SM44DD" };
  await expect(stripe.paymentIntents.verifyMicrodeposits(payment.id, guess)).rejects.toThrow();
  const story = timelineOf(await getPaymentStory(world.viewer, payment.id));
  expect(story.map(({ kind }) => kind)).toEqual(["not_collected", "deposits_sent", "created"]);
});
