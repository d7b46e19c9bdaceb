import { beforeAll, describe, expect, test } from "vitest";
import { resources } from "#lib/api/registry";
import { allPermissions } from "#lib/auth/permissions";
import { aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { money } from "#tests/support/payouts";
import { rawRequest } from "#tests/support/raw-request";
import { samples } from "#tests/support/samples";

let mine: ApiWorld;
let theirs: ApiWorld;
/** Ids of the other business, by what they begin with. */
const ids = new Map<string, string>();
let ownCustomer: string;

beforeAll(async () => {
  mine = await anApiWorld();
  theirs = await anApiWorld();
  ownCustomer = (await mine.stripe.customers.create({ name: "Grace" })).id;
  const customer = await theirs.stripe.customers.create({ name: "Ada" });
  const method = await theirs.stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const payment = await theirs.stripe.paymentIntents.create({
    amount: 2500,
    currency: "eur",
    customer: customer.id,
    payment_method: method.id,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    expand: ["latest_charge"],
  });
  const refund = await theirs.stripe.refunds.create({ payment_intent: payment.id, amount: 100 });
  const token = await theirs.stripe.tokens.create({
    card: { number: "4242424242424242", exp_month: "12", exp_year: "2034", cvc: "123" },
  });
  const priced = await theirs.stripe.prices.create({
    currency: "eur",
    unit_amount: 100,
    product_data: { name: "Soap" },
  });
  const product = await theirs.stripe.products.retrieve(String(priced.product));
  const plan = await theirs.stripe.plans.create({
    amount: 100,
    currency: "eur",
    interval: "month",
    product: product.id,
  });
  const tax = await theirs.stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 20 });
  const shipping = await theirs.stripe.shippingRates.create({
    display_name: "Post",
    fixed_amount: { amount: 500, currency: "eur" },
  });
  const feature = await theirs.stripe.entitlements.features.create({ lookup_key: "api", name: "API" });
  const coupon = await theirs.stripe.coupons.create({ id: "coupon_theirs", percent_off: 10 });
  const code = await theirs.stripe.promotionCodes.create({
    promotion: { type: "coupon", coupon: coupon.id },
  });
  const setup = await theirs.stripe.setupIntents.create({
    payment_method_data: {
      type: "sepa_debit",
      sepa_debit: { iban: "AT611904300234573201" },
      billing_details: { name: "Ada", email: "ada@example.com" },
    },
    mandate_data: { customer_acceptance: { type: "offline", offline: {} } },
    confirm: true,
    expand: ["mandate"],
  });
  const file = await theirs.stripe.files.create({
    purpose: "pci_document",
    file: { data: samples.pdf, name: "a.pdf" },
  });
  const link = await theirs.stripe.fileLinks.create({ file: file.id });
  const confirmation = await theirs.stripe.testHelpers.confirmationTokens.create({
    payment_method: "pm_card_visa",
  });
  const configuration = await theirs.stripe.paymentMethodConfigurations.create({});
  const domain = await theirs.stripe.paymentMethodDomains.create({ domain_name: "shop.example" });
  const source = await theirs.stripe.sources.create({ type: "card", token: "tok_visa" });
  const taxId = await theirs.stripe.taxIds.create({ type: "fr_siren", value: "123456789" });
  const mandate = typeof setup.mandate === "object" ? setup.mandate : null;
  const endpoint = await theirs.stripe.webhookEndpoints.create({
    url: "https://shop.example/hooks",
    enabled_events: ["*"],
  });
  const { accountId } = theirs.environment;
  const [bank] = (await theirs.stripe.accounts.listExternalAccounts(accountId)).data;
  const topup = await theirs.stripe.topups.create({ amount: 100, currency: "eur" });
  await money(theirs.viewer, 1_000);
  const payout = await theirs.stripe.payouts.create({ amount: 100, currency: "eur" });
  const payWith = (card: string) =>
    theirs.stripe.paymentIntents.create({
      amount: 2500,
      currency: "eur",
      payment_method: card,
      confirm: true,
      expand: ["review"],
    });
  const { review } = await payWith("pm_card_riskLevelElevated");
  await payWith("pm_card_createDispute");
  await payWith("pm_card_createIssuerFraudRecord");
  const [dispute] = (await theirs.stripe.disputes.list({ limit: 1 })).data;
  const [warning] = (await theirs.stripe.radar.earlyFraudWarnings.list({ limit: 1 })).data;
  const [event] = (await theirs.stripe.events.list({ limit: 1 })).data;
  const [movement] = (await theirs.stripe.balanceTransactions.list({ limit: 1 })).data;
  const clock = await theirs.stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
  const charge = payment.latest_charge;
  const all = [
    customer,
    method,
    payment,
    refund,
    typeof review === "object" ? review : null,
    dispute,
    warning,
    setup,
    mandate,
    confirmation,
    configuration,
    domain,
    source,
    taxId,
    token,
    endpoint,
    event,
    file,
    link,
    movement,
    priced,
    product,
    plan,
    bank,
    topup,
    payout,
    { id: accountId },
    coupon,
    code,
    feature,
    tax,
    shipping,
    clock,
    typeof charge === "object" ? charge : null,
  ];
  ids.set("acct", theirs.environment.accountId);
  for (const object of all) if (object) ids.set(object.id.split("_", 1)[0] ?? "", object.id);
});

function idOf(prefix: string): string {
  const id = ids.get(prefix);
  if (!id) throw new Error(`This test has no id of another business that begins with ${prefix}: give it one`);
  return id;
}

const endpoints = resources.flatMap((resource) => resource.endpoints);
const named = endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

/** Which kind of id stands behind the first variable of a path. */
const prefixes: Record<string, string> = {
  account: "ba",
  accounts: "acct",
  balance_transactions: "txn",
  balance: "txn",
  charges: "ch",
  confirmation_tokens: "ctoken",
  coupons: "coupon",
  customers: "cus",
  disputes: "du",
  entitlements: "feat",
  sources: "src",
  events: "evt",
  files: "file",
  file_links: "link",
  payment_intents: "pi",
  mandates: "mandate",
  payment_method_configurations: "pmc",
  payment_method_domains: "pmd",
  payment_methods: "pm",
  payouts: "po",
  plans: "plan",
  prices: "price",
  products: "prod",
  promotion_codes: "promo",
  radar: "issfr",
  refunds: "re",
  reviews: "prv",
  shipping_rates: "shr",
  tax_rates: "txr",
  setup_intents: "seti",
  tax_ids: "txi",
  test_helpers: "clock",
  tokens: "tok",
  topups: "tu",
  webhook_endpoints: "we",
};

/** What some endpoints ask for before they look at anything. */
const bodies: Record<string, () => string> = {
  "POST /v1/accounts/:account/external_accounts": () => "external_account=btok_us",
  "POST /v1/products/:product/features": () => "entitlement_feature=feat_x",
  "POST /v1/payment_methods/:id/attach": () => `customer=${ownCustomer}`,
  "POST /v1/customers/:customer/balance_transactions": () => "amount=1&currency=eur",
  "POST /v1/customers/:customer/tax_ids": () => "type=us_ein&value=12-3456789",
  "POST /v1/test_helpers/test_clocks/:id/advance": () => "frozen_time=1900000000",
  "POST /v1/customers/:customer/sources": () => "source=tok_visa",
  "POST /v1/customers/:customer/cards": () => "source=tok_visa",
  "POST /v1/customers/:customer/bank_accounts": () => "source=btok_us",
  "POST /v1/customers/:customer/sources/:id/verify": () => "amounts[]=1&amounts[]=2",
  "POST /v1/customers/:customer/bank_accounts/:id/verify": () => "amounts[]=1&amounts[]=2",
  "POST /v1/sources/:id/verify": () => "values[]=1",
  "POST /v1/customers/:customer/funding_instructions": () =>
    "currency=usd&funding_type=bank_transfer&bank_transfer[type]=us_bank_transfer",
  "POST /v1/test_helpers/customers/:customer/fund_cash_balance": () => "amount=1&currency=usd",
  "POST /v1/payment_intents/:id/verify_microdeposits": () => "descriptor_code=SM11AA",
  "POST /v1/setup_intents/:id/verify_microdeposits": () => "descriptor_code=SM11AA",
  "POST /v1/payment_intents/:id/increment_authorization": () => "amount=100",
};

describe("an id of another business does not exist", () => {
  // Some things belong to nobody.
  const common = /^\/v1\/(country_specs|exchange_rates|tax_codes)\//;
  const owned = named.filter(([, { path }]) => path.includes("/:") && !common.test(path));

  test.each(owned)("%s", async (name, { method, path }) => {
    const collection = path.split("/")[2] ?? "";
    const id = idOf(prefixes[collection] ?? collection);
    const filled = path.replace(/:\w+/, id).replaceAll(":refund", idOf("re")).replaceAll(/:\w+/g, "x_nobody");
    const answer = await rawRequest(mine, {
      method,
      path: filled,
      headers: { Authorization: `Bearer ${mine.key}` },
      body: method === "POST" ? (bodies[name]?.() ?? "") : undefined,
    });
    expect(answer.error).toMatchObject({ code: "resource_missing" });
    expect(answer.status).toBe(404);
    expect([...ids.values()].some((theirs) => answer.text.includes(theirs))).toBe(true);
  });

  test.each([
    ["/v1/payment_intents", "amount=100&currency=eur&customer=", "cus"],
    ["/v1/payment_intents", "amount=100&currency=eur&payment_method=", "pm"],
    ["/v1/refunds", "payment_intent=", "pi"],
    ["/v1/refunds", "charge=", "ch"],
    ["/v1/payment_methods/pm_card_visa/attach", "customer=", "cus"],
    ["/v1/charges", "amount=100&currency=eur&source=", "tok"],
    ["/v1/charges", "amount=100&currency=eur&customer=", "cus"],
  ])("%s %s…", async (path, parameter, prefix) => {
    const answer = await rawRequest(mine, {
      method: "POST",
      path,
      headers: { Authorization: `Bearer ${mine.key}` },
      body: parameter + idOf(prefix),
    });
    expect(answer.error.code).toBe("resource_missing");
    expect(answer.error.message).toContain(idOf(prefix));
  });
});

describe("an endpoint is closed to whom its permission was not given", () => {
  test.each(named)("%s", async (_name, { method, path, permission }) => {
    const others = allPermissions.filter((other) => other !== permission);
    const key = await aKey(mine, "restricted", others);
    const answer = await rawRequest(mine, {
      method,
      path: path.replaceAll(/:\w+/g, "x_nobody"),
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(403);
    expect(String(answer.error.message)).toContain(`Having the '${permission}' permission`);
  });

  test.each(named.filter(([, endpoint]) => !endpoint.publishable))(
    "%s, to publishable keys",
    async (_name, endpoint) => {
      const key = await aKey(mine, "publishable");
      const answer = await rawRequest(mine, {
        method: endpoint.method,
        path: endpoint.path.replaceAll(/:\w+/g, "x_nobody"),
        headers: { Authorization: `Bearer ${key}` },
      });
      expect(answer.status).toBe(403);
      expect(answer.error).toMatchObject({ code: "secret_key_required" });
    },
  );
});
