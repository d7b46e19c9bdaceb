import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const card = { number: "4242424242424242", exp_month: "12", exp_year: "2034", cvc: "123" };

test("a browser makes a token, the server a payment method of it, once", async () => {
  const browser = aClient(world, await aKey(world, "publishable"));
  const token = await browser.tokens.create({ card: { ...card, name: "Ana" } });
  expect(token).toMatchObject({ object: "token", type: "card", used: false, client_ip: "127.0.0.1" });
  expect(await browser.tokens.retrieve(token.id)).toMatchObject({ id: token.id });
  const { stripe } = world;
  const method = await stripe.paymentMethods.create({ type: "card", card: { token: token.id } });
  expect(method).toMatchObject({ billing_details: { name: "Ana" }, card: { last4: "4242" } });
  expect((await stripe.tokens.retrieve(token.id)).used).toBe(true);
  await expect(
    stripe.paymentMethods.create({ type: "card", card: { token: token.id } }),
  ).rejects.toMatchObject({ code: "token_already_used" });
});

test("tokens of every kind", async () => {
  const { stripe } = world;
  const bank = await stripe.tokens.create({
    bank_account: {
      country: "US",
      currency: "usd",
      account_holder_name: "Ana",
      account_holder_type: "individual",
      routing_number: "110000000",
      account_number: "000123456789",
    },
  });
  expect(bank).toMatchObject({ type: "bank_account", bank_account: { last4: "6789", status: "new" } });
  const kinds = await Promise.all([
    stripe.tokens.create({ pii: { id_number: "000000000" } }),
    stripe.tokens.create({ cvc_update: { cvc: "123" } }),
    stripe.tokens.create({ person: { first_name: "Ana", relationship: { owner: true } } }),
    stripe.tokens.create({ account: { business_type: "company", company: { name: "Lavande" } } }),
  ]);
  expect(kinds.map((token) => token.type)).toEqual(["pii", "cvc_update", "person", "account"]);
});

test("what is wrong is named", async () => {
  const { stripe } = world;
  await expect(stripe.tokens.create({})).rejects.toMatchObject({ statusCode: 400 });
  await expect(stripe.tokens.create({ card: { ...card, number: "4242424242424241" } })).rejects.toMatchObject(
    {
      type: "StripeCardError",
      code: "incorrect_number",
    },
  );
  await expect(
    stripe.tokens.create({ bank_account: { country: "US", account_number: "000123456789" } }),
  ).rejects.toMatchObject({ param: "bank_account[routing_number]" });
  await expect(stripe.tokens.retrieve("tok_nope")).rejects.toMatchObject({ statusCode: 404, param: "token" });
});
