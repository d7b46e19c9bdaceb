import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { updateAccount, detailsOf } from "#lib/accounts/update-account";
import { getAccount } from "#lib/accounts/queries";
import { exchangeRate } from "#lib/ledger/exchange-rates";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

describe("the business's own account", () => {
  test("is shown, by itself and by its id", async () => {
    const own = await stripe.accounts.retrieveCurrent();
    expect(own).toMatchObject({
      id: world.environment.accountId,
      object: "account",
      business_profile: { name: "Test Business" },
      capabilities: { card_payments: "active" },
      charges_enabled: true,
      country: "FR",
      default_currency: "eur",
      payouts_enabled: true,
      settings: { dashboard: { display_name: "Test Business", timezone: "Europe/Paris" } },
      type: "standard",
    });
    expect({ ...(await stripe.accounts.retrieve(own.id)) }).toEqual({ ...own });
    await expect(stripe.accounts.retrieve("acct_other")).rejects.toMatchObject({ statusCode: 404 });
  });

  test("has its capabilities, no persons, and no accounts connected to it", async () => {
    const id = world.environment.accountId;
    const { data } = await stripe.accounts.listCapabilities(id);
    expect(data.map((capability) => capability.status)).toEqual(data.map(() => "active"));
    const card = await stripe.accounts.retrieveCapability(id, "card_payments");
    expect(card).toMatchObject({ account: id, requested: true });
    await expect(stripe.accounts.retrieveCapability(id, "flying")).rejects.toMatchObject({ statusCode: 404 });
    expect((await stripe.accounts.listPersons(id)).data).toEqual([]);
    expect((await stripe.accounts.list()).data).toEqual([]);
    const refused = { statusCode: 400 };
    await expect(stripe.accounts.create({ type: "standard" })).rejects.toMatchObject(refused);
    await expect(stripe.accounts.update(id, { metadata: { a: "1" } })).rejects.toMatchObject(refused);
    await expect(stripe.accounts.del(id)).rejects.toMatchObject(refused);
  });

  test("tells what changed in it", async () => {
    const details = detailsOf(await getAccount(world.viewer));
    await updateAccount(world.viewer, {
      ...details,
      locale: "en",
      name: "Maison Lavande",
      supportUrl: "https://maison-lavande.test/aide",
      supportLine1: "12, rue des Bains",
      supportCountry: "FR",
    });
    const [event] = (await stripe.events.list({ type: "account.updated" })).data;
    const told = {
      name: "Maison Lavande",
      support_url: "https://maison-lavande.test/aide",
      support_address: { line1: "12, rue des Bains", country: "FR", city: null },
    };
    expect(event?.data).toMatchObject({
      object: { business_profile: told },
      previous_attributes: {
        business_profile: { name: "Test Business", support_address: null, support_url: null },
      },
    });
    expect(await stripe.accounts.retrieveCurrent()).toMatchObject({ business_profile: told });
  });
});

describe("what is the same for everybody", () => {
  test("countries say what an account there can do", async () => {
    const spec = await stripe.countrySpecs.retrieve("fr");
    expect(spec).toMatchObject({
      id: "FR",
      default_currency: "eur",
      supported_bank_account_currencies: { eur: expect.arrayContaining(["FR", "DE"]) },
    });
    expect((await stripe.countrySpecs.retrieve("US")).supported_payment_methods).toContain("ach");
    await expect(stripe.countrySpecs.retrieve("XX")).rejects.toMatchObject({ statusCode: 404 });
    const all: string[] = [];
    for await (const { id } of stripe.countrySpecs.list({ limit: 20 })) all.push(id);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain("US");
  });

  test("rates are those that payments are converted at", async () => {
    const { rates } = await stripe.exchangeRates.retrieve("eur");
    expect(rates.usd).toBe(Number(exchangeRate("eur", "usd")));
    expect(rates.eur).toBe(1);
    await expect(stripe.exchangeRates.retrieve("doubloon")).rejects.toMatchObject({ statusCode: 404 });
    const first = await stripe.exchangeRates.list({ limit: 2 });
    expect(first).toMatchObject({ has_more: true, url: "/v1/exchange_rates" });
    const next = await stripe.exchangeRates.list({ limit: 2, starting_after: first.data[1]?.id });
    const back = await stripe.exchangeRates.list({ limit: 2, ending_before: next.data[0]?.id });
    expect(back).toMatchObject({ has_more: false, data: [{ id: "aed" }, { id: "afn" }] });
  });

  test("tax codes have a name, and stand for themselves on a product", async () => {
    expect(await stripe.taxCodes.retrieve("txcd_99999999")).toMatchObject({
      name: "General - Tangible Goods",
      requirements: null,
    });
    await expect(stripe.taxCodes.retrieve("txcd_1")).rejects.toMatchObject({ code: "resource_missing" });
    const { data } = await stripe.taxCodes.list({ limit: 1, starting_after: "txcd_00000000" });
    expect(data).toMatchObject([{ id: "txcd_10000000" }]);
    const product = await stripe.products.create({
      name: "Soap",
      tax_code: "txcd_99999999",
      expand: ["tax_code"],
    });
    expect(product.tax_code).toMatchObject({ object: "tax_code", name: "General - Tangible Goods" });
  });
});
