import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

describe("a customer's tax number", () => {
  test("is kept, shown with them, and taken away", async () => {
    const customer = await stripe.customers.create({});
    const taxId = await stripe.customers.createTaxId(customer.id, {
      type: "eu_vat",
      value: "DE123456789",
    });
    expect({ ...taxId }).toEqual({
      id: expect.stringMatching(/^txi_/),
      object: "tax_id",
      country: "DE",
      created: expect.any(Number),
      customer: customer.id,
      customer_account: null,
      livemode: false,
      owner: { type: "customer", customer: customer.id, customer_account: null },
      type: "eu_vat",
      value: "DE123456789",
      verification: { status: "pending", verified_address: null, verified_name: null },
    });
    const whole = await stripe.customers.retrieve(customer.id, { expand: ["tax_ids"] });
    expect(whole).toMatchObject({ tax_ids: { data: [{ id: taxId.id }], has_more: false } });
    expect(await stripe.taxIds.retrieve(taxId.id, { expand: ["customer"] })).toMatchObject({
      customer: { id: customer.id },
    });
    expect({ ...(await stripe.customers.deleteTaxId(customer.id, taxId.id)) }).toEqual({
      id: taxId.id,
      object: "tax_id",
      deleted: true,
    });
    await expect(stripe.customers.retrieveTaxId(customer.id, taxId.id)).rejects.toMatchObject({
      code: "resource_missing",
    });
    const { data } = await stripe.events.list({
      types: ["customer.tax_id.created", "customer.tax_id.deleted"],
    });
    expect(data.map(({ type }) => type)).toEqual(["customer.tax_id.deleted", "customer.tax_id.created"]);
  });

  test("is given with the customer, or not at all when it is wrong", async () => {
    const customer = await stripe.customers.create({
      tax_id_data: [
        { type: "gb_vat", value: "GB123456789" },
        { type: "us_ein", value: "12-3456789" },
      ],
      expand: ["tax_ids"],
    });
    expect(customer.tax_ids?.data.map(({ type, country }) => [type, country]).toSorted()).toEqual([
      ["gb_vat", "GB"],
      ["us_ein", "US"],
    ]);
    await expect(
      stripe.customers.create({
        name: "Nobody at all",
        tax_id_data: [{ type: "eu_vat", value: "nonsense" }],
      }),
    ).rejects.toMatchObject({ code: "tax_id_invalid", param: "tax_id_data[0][value]" });
    const { data } = await stripe.customers.list({ limit: 100 });
    expect(data.map(({ name }) => name)).not.toContain("Nobody at all");
  });

  test.each([
    ["000000000", "verified"],
    ["111111111", "unverified"],
    ["222222222", "pending"],
    ["FRAB123456789", "unavailable"],
  ])("%s comes to be %s", async (value, status) => {
    const customer = await stripe.customers.create({});
    const { id, verification } = await stripe.customers.createTaxId(customer.id, { type: "eu_vat", value });
    expect(verification?.status).toBe("pending");
    await runDueJobs(world.environment, Date.now() + 1000);
    expect(await stripe.taxIds.retrieve(id)).toMatchObject({ verification: { status } });
  });

  test.each([
    ["eu_vat", "ATU12345678", "AT"],
    ["eu_vat", "EL123456789", "GR"],
    ["eu_vat", "XI123456789", "GB"],
    ["eu_oss_vat", "EU123456789", null],
    ["ch_vat", "CHE-123.456.789 MWST", "CH"],
    ["br_cnpj", "01.234.456/5432-10", "BR"],
    ["au_abn", "12345678912", "AU"],
    ["ca_gst_hst", "123456789RT0002", "CA"],
    ["in_gst", "12ABCDE3456FGZH", "IN"],
    ["fr_siret", "12345678901234", "FR"],
  ])("%s %s is one", async (type, value, country) => {
    const customer = await stripe.customers.create({});
    const made = await stripe.customers.createTaxId(customer.id, { type, value });
    expect(made).toMatchObject({ type, value, country });
  });

  test.each([
    ["eu_vat", "DE12", { code: "tax_id_invalid", param: "value" }],
    ["eu_vat", "US123456789", { code: "tax_id_invalid", param: "value" }],
    ["au_abn", "123", { code: "tax_id_invalid", param: "value" }],
    ["xx_vat", "123456789", { param: "type" }],
  ])("%s %s is none", async (type, value, error) => {
    const customer = await stripe.customers.create({});
    await expect(stripe.customers.createTaxId(customer.id, { type, value })).rejects.toMatchObject(error);
  });

  test("goes with the customer, and is nobody else's", async () => {
    const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const { id } = await stripe.customers.createTaxId(one.id, { type: "us_ein", value: "123456789" });
    await expect(stripe.customers.retrieveTaxId(other.id, id)).rejects.toMatchObject({ statusCode: 404 });
    await stripe.customers.del(one.id);
    await expect(stripe.taxIds.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe("a tax number of the business itself", () => {
  test("is listed apart from those of its customers", async () => {
    const own = await stripe.taxIds.create({ type: "fr_siren", value: "123 456 789" });
    expect(own).toMatchObject({
      customer: null,
      verification: null,
      owner: { type: "self", customer_account: null },
    });
    const customer = await stripe.customers.create({});
    const theirs: string[] = [];
    for (let i = 0; i < 3; i++) {
      const owner = { type: "customer", customer: customer.id } as const;
      theirs.push((await stripe.taxIds.create({ type: "us_ein", value: `12345678${i}`, owner })).id);
    }
    expect((await stripe.taxIds.list()).data.map(({ id }) => id)).toEqual([own.id]);
    const seen: string[] = [];
    const owner = { type: "customer", customer: customer.id } as const;
    for await (const { id } of stripe.taxIds.list({ owner, limit: 2 })) seen.push(id);
    expect(seen).toEqual(theirs.toReversed());
    const listed = await stripe.customers.listTaxIds(customer.id, { limit: 1 });
    expect(listed).toMatchObject({ has_more: true, data: [{ id: theirs[2] }] });
    await stripe.taxIds.del(own.id);
    expect((await stripe.taxIds.list()).data).toEqual([]);
  });

  test("needs an owner that is there", async () => {
    const number = { type: "us_ein", value: "123456789" };
    const create = (owner: Stripe.TaxIdCreateParams.Owner) => stripe.taxIds.create({ ...number, owner });
    await expect(create({ type: "customer" })).rejects.toMatchObject({ param: "owner[customer]" });
    await expect(create({ type: "customer", customer: "cus_nobody" })).rejects.toMatchObject({
      code: "resource_missing",
    });
    await expect(create({ type: "account", account: "acct_other" })).rejects.toMatchObject({
      param: "owner[account]",
    });
    await expect(create({ type: "application" })).rejects.toMatchObject({ param: "owner[type]" });
  });
});
