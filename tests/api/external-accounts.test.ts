import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { listHistory } from "#lib/audit/history";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
let account: string;
beforeAll(async () => {
  world = await anApiWorld({ country: "FR", currency: "eur" });
  ({ stripe } = world);
  account = world.environment.accountId;
});

const add = (params: Stripe.AccountCreateExternalAccountParams) =>
  stripe.accounts.createExternalAccount(account, params);
const american = (account_number = "000123456789"): Stripe.AccountCreateExternalAccountParams => ({
  external_account: {
    object: "bank_account",
    country: "US",
    currency: "usd",
    account_number,
    routing_number: "110000000",
    account_holder_name: "Jane Austen",
    account_holder_type: "individual",
  },
});

describe("a bank account", () => {
  test("comes with the test environment, in its currency", async () => {
    const { data, url } = await stripe.accounts.listExternalAccounts(account, { object: "bank_account" });
    expect(url).toBe(`/v1/accounts/${account}/external_accounts`);
    expect(data).toMatchObject([
      { currency: "eur", country: "FR", last4: "6789", default_for_currency: true },
    ]);
  });

  test("is whole, with every field the client knows", async () => {
    const bank = await add({ ...american(), metadata: { branch: "5th" } });
    const none = { currently_due: [], errors: [], past_due: [], pending_verification: [] };
    expect({ ...bank }).toEqual({
      id: expect.stringMatching(/^ba_/),
      object: "bank_account",
      account,
      account_holder_name: "Jane Austen",
      account_holder_type: "individual",
      account_type: null,
      available_payout_methods: ["standard"],
      bank_name: "TEST BANK",
      country: "US",
      currency: "usd",
      customer: null,
      default_for_currency: true,
      fingerprint: expect.any(String),
      future_requirements: none,
      last4: "6789",
      metadata: { branch: "5th" },
      requirements: none,
      routing_number: "110000000",
      status: "new",
    });
  });

  test.each(["DE89370400440532013000", "FR62370400440532013001", "GB82WEST12345698765432"])(
    "may be %s",
    async (account_number) => {
      const country = account_number.slice(0, 2);
      const bank = await add({
        external_account: { object: "bank_account", country, currency: "eur", account_number },
      });
      expect(bank).toMatchObject({
        country,
        currency: "eur",
        available_payout_methods: ["standard", "instant"],
      });
    },
  );

  test.each<[string, object, object]>([
    [
      "a number that is no test number",
      { account_number: "000987654321" },
      { code: "account_number_invalid" },
    ],
    ["another routing number", { routing_number: "021000021" }, { code: "routing_number_invalid" }],
    ["no routing number", { routing_number: undefined }, { param: "external_account[routing_number]" }],
    ["a currency its country does not hold", { currency: "eur" }, { param: "external_account[currency]" }],
    ["a country without payouts", { country: "KP" }, { code: "country_unsupported" }],
  ])("is not taken with %s", async (_what, change, error) => {
    const base = american().external_account as Stripe.AccountCreateExternalAccountParams.BankAccount;
    await expect(add({ external_account: { ...base, ...change } })).rejects.toMatchObject(error);
  });

  test("is made of a token once", async () => {
    const { id } = await stripe.tokens.create({
      bank_account: {
        country: "US",
        currency: "usd",
        account_number: "000123456789",
        routing_number: "110000000",
      },
    });
    expect(await add({ external_account: id })).toMatchObject({ object: "bank_account", currency: "usd" });
    await expect(add({ external_account: id })).rejects.toMatchObject({ code: "token_already_used" });
    await expect(add({ external_account: "btok_none" })).rejects.toMatchObject({ code: "resource_missing" });
  });
});

describe("a debit card", () => {
  test("is whole, and reached at once if it can be", async () => {
    const card = await add({ external_account: "tok_visa_debit_fr_transferSuccess" });
    expect(card).toMatchObject({
      object: "card",
      account,
      brand: "Visa",
      country: "FR",
      currency: "eur",
      funding: "debit",
      last4: "0008",
      available_payout_methods: ["standard", "instant"],
      default_for_currency: false,
    });
    const slow = await add({ external_account: "tok_visa_debit_fr_instantPayoutUnsupported" });
    expect(slow.available_payout_methods).toEqual(["standard"]);
    const typed = { object: "card", number: "4000056655665556", exp_month: 12, exp_year: 2040 } as const;
    const american = await add({ external_account: { ...typed, currency: "usd", name: "Jane" } });
    expect(american).toMatchObject({ name: "Jane", country: "US", exp_year: 2040 });
    expect(
      await stripe.accounts.updateExternalAccount(account, american.id, {
        exp_year: "2041",
        address_zip: "94103",
        name: "Jane Austen",
      }),
    ).toMatchObject({ exp_year: 2041, address_zip: "94103", name: "Jane Austen" });
    const { lines } = await listHistory(world.viewer, { text: american.id });
    const [{ before, after } = {}] = lines.filter(({ action }) => action === "external_account.updated");
    expect({ before, after }).toEqual({
      before: null,
      after: { changed: ["holderName", "address", "expYear"] },
    });
  });

  test("must be one", async () => {
    await expect(add({ external_account: "tok_visa" })).rejects.toMatchObject({ code: "invalid_card_type" });
  });
});

describe("the default of a currency", () => {
  test("passes to another, can then be deleted, and its payouts still know it", async () => {
    const first = (await stripe.accounts.listExternalAccounts(account, { limit: 100 })).data.find(
      (each) => each.currency === "eur" && each.default_for_currency,
    );
    const other = await add({ external_account: "tok_visa_debit_de_transferSuccess" });
    const remove = (id: string) => stripe.accounts.deleteExternalAccount(account, id);
    await expect(remove(first?.id ?? "")).rejects.toThrow("You cannot delete the default external account");
    const moved = await stripe.accounts.updateExternalAccount(account, other.id, {
      default_for_currency: true,
    });
    expect(moved.default_for_currency).toBe(true);
    expect(await stripe.accounts.retrieveExternalAccount(account, first?.id ?? "")).toMatchObject({
      default_for_currency: false,
    });
    expect({ ...(await remove(first?.id ?? "")) }).toEqual({
      id: first?.id,
      object: "bank_account",
      currency: "eur",
      deleted: true,
    });
    await expect(remove(first?.id ?? "")).rejects.toMatchObject({ code: "resource_missing" });
    const { data } = await stripe.events.list({ types: ["account.external_account.deleted"] });
    expect(data).toHaveLength(1);
  });
});

test("the paths of one's own account lead to the same", async () => {
  const answer = await rawRequest(world, {
    path: "/v1/account/external_accounts?limit=100",
    headers: { Authorization: `Bearer ${world.key}` },
  });
  const listed = await stripe.accounts.listExternalAccounts(account, { limit: 100 });
  expect((answer.body as { data: object[] }).data).toHaveLength(listed.data.length);
});

test("another account's are not there, and a key needs the permission", async () => {
  await expect(stripe.accounts.listExternalAccounts("acct_other")).rejects.toMatchObject({ statusCode: 404 });
  const other = await anApiWorld();
  const [theirs] = (await other.stripe.accounts.listExternalAccounts(other.environment.accountId)).data;
  await expect(stripe.accounts.retrieveExternalAccount(account, theirs?.id ?? "")).rejects.toMatchObject({
    statusCode: 404,
  });
  const reader = aClient(world, await aKey(world, "restricted", ["payouts:read"]));
  await expect(
    reader.accounts.createExternalAccount(account, { external_account: "btok_us" }),
  ).rejects.toMatchObject({ statusCode: 403 });
});
