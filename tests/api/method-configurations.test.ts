import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const off = { display_preference: { preference: "off" } } as const;
const money = { amount: 900, currency: "eur" };

describe("a payment method configuration", () => {
  test("comes with the account, and decides what is offered", async () => {
    const before = await stripe.paymentIntents.create(money);
    expect(before).toMatchObject({ payment_method_types: ["card", "sepa_debit"] });
    const [own] = (await stripe.paymentMethodConfigurations.list()).data;
    expect(own).toMatchObject({
      id: expect.stringMatching(/^pmc_/),
      object: "payment_method_configuration",
      active: true,
      application: null,
      is_default: true,
      parent: null,
      card: { available: true, display_preference: { preference: "none", value: "on" } },
    });
    const id = own?.id ?? "";
    const changed = await stripe.paymentMethodConfigurations.update(id, { sepa_debit: off, name: "Web" });
    expect(changed).toMatchObject({
      name: "Web",
      sepa_debit: { available: false, display_preference: { preference: "off", value: "off" } },
    });
    const cards = await stripe.paymentIntents.create(money);
    expect(cards).toMatchObject({
      payment_method_types: ["card"],
      payment_method_configuration_details: { id, parent: null },
    });
    const debit = { ...money, payment_method_types: ["sepa_debit"] };
    const named = await stripe.paymentIntents.create(debit);
    expect(named).toMatchObject({
      payment_method_types: ["sepa_debit"],
      payment_method_configuration_details: null,
    });
    const setup = await stripe.setupIntents.create({});
    expect(setup).toMatchObject({
      payment_method_types: ["card"],
      payment_method_configuration_details: { id },
    });
    const inactive = stripe.paymentMethodConfigurations.update(id, { active: false });
    await expect(inactive).rejects.toMatchObject({ param: "active" });
  });

  test("is made beside it, for the payments that name it", async () => {
    const debits = await stripe.paymentMethodConfigurations.create({
      name: "Debits",
      card: off,
      klarna: { display_preference: { preference: "on" } },
    });
    expect(debits).toMatchObject({
      is_default: false,
      klarna: { available: false },
      card: { available: false },
    });
    const intent = await stripe.paymentIntents.create({ ...money, payment_method_configuration: debits.id });
    expect(intent).toMatchObject({
      payment_method_types: ["sepa_debit"],
      payment_method_configuration_details: { id: debits.id },
    });
    const setup = await stripe.setupIntents.create({ payment_method_configuration: debits.id });
    expect(setup.payment_method_types).toEqual(["sepa_debit"]);
    expect(await stripe.paymentMethodConfigurations.retrieve(debits.id)).toMatchObject({ name: "Debits" });
    const param = { param: "payment_method_configuration" };
    const named = { ...money, payment_method_types: ["card"], payment_method_configuration: debits.id };
    await expect(stripe.paymentIntents.create(named)).rejects.toMatchObject(param);
    const none = { amount: 900, currency: "gbp", payment_method_configuration: debits.id };
    await expect(stripe.paymentIntents.create(none)).rejects.toMatchObject(param);
    await stripe.paymentMethodConfigurations.update(debits.id, { active: false });
    const late = { ...money, payment_method_configuration: debits.id };
    await expect(stripe.paymentIntents.create(late)).rejects.toMatchObject(param);
    const unknown = { ...money, payment_method_configuration: "pmc_none" };
    await expect(stripe.paymentIntents.create(unknown)).rejects.toMatchObject({ code: "resource_missing" });
  });

  test("speaks of no method that nobody knows, and has no parent", async () => {
    const create = (given: object) => stripe.paymentMethodConfigurations.create(given);
    await expect(create({ barter: off })).rejects.toMatchObject({ param: "barter" });
    await expect(create({ parent: "pmc_x" })).rejects.toMatchObject({ param: "parent" });
    const wrong = { card: { display_preference: { preference: "maybe" } } };
    await expect(create(wrong)).rejects.toMatchObject({ param: "card[display_preference][preference]" });
    expect((await stripe.paymentMethodConfigurations.list({ application: "ca_x" })).data).toEqual([]);
  });
});

describe("a payment method domain", () => {
  test("is registered, switched off, checked and listed", async () => {
    const domain = await stripe.paymentMethodDomains.create({ domain_name: "Shop.Example.com" });
    expect({ ...domain }).toMatchObject({
      id: expect.stringMatching(/^pmd_/),
      object: "payment_method_domain",
      domain_name: "shop.example.com",
      enabled: true,
      apple_pay: { status: "active" },
      livemode: false,
    });
    expect((await stripe.paymentMethodDomains.create({ domain_name: "shop.example.com" })).id).toBe(
      domain.id,
    );
    const off = await stripe.paymentMethodDomains.update(domain.id, { enabled: false });
    expect(off).toMatchObject({ enabled: false, google_pay: { status: "inactive" } });
    expect(await stripe.paymentMethodDomains.validate(domain.id)).toMatchObject({ id: domain.id });
    const other = await stripe.paymentMethodDomains.create({ domain_name: "other.example" });
    const ids = async (params: Stripe.PaymentMethodDomainListParams) =>
      (await stripe.paymentMethodDomains.list(params)).data.map(({ id }) => id);
    expect(await ids({})).toEqual([other.id, domain.id]);
    expect(await ids({ enabled: false })).toEqual([domain.id]);
    expect(await ids({ domain_name: "other.example" })).toEqual([other.id]);
    expect(await stripe.paymentMethodDomains.retrieve(other.id)).toMatchObject({ enabled: true });
  });

  test.each(["https://shop.example.com", "shop", "shop.example.com/pay", "-x.example"])(
    "%s is none",
    async (domain_name) => {
      const create = stripe.paymentMethodDomains.create({ domain_name });
      await expect(create).rejects.toMatchObject({ param: "domain_name" });
    },
  );

  test("takes the place of another on a payment or a setup that is not over", async () => {
    const cards = await stripe.paymentMethodConfigurations.create({ name: "Cards", sepa_debit: off });
    const payment_method_configuration = cards.id;
    const asked = { payment_method_configuration };
    const then = {
      payment_method_types: ["card"],
      payment_method_configuration_details: { id: cards.id, parent: null },
    };
    const payment = await stripe.paymentIntents.create(money);
    expect(await stripe.paymentIntents.update(payment.id, asked)).toMatchObject(then);
    const setup = await stripe.setupIntents.create({});
    expect(await stripe.setupIntents.update(setup.id, asked)).toMatchObject(then);
    const onlyCards = { ...money, payment_method_types: ["card"] };
    const named = await stripe.paymentIntents.create(onlyCards);
    await expect(stripe.paymentIntents.update(named.id, asked)).rejects.toMatchObject({
      param: "payment_method_configuration",
    });
    await expect(
      stripe.paymentIntents.update(payment.id, { payment_method_configuration: "pmc_nobody" }),
    ).rejects.toMatchObject({ code: "resource_missing", param: "payment_method_configuration" });
  });
});
