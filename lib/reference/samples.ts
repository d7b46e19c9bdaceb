import type { Endpoint } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";

/** A parameter's value in an example; hashes and lists as in a program. */
export type Sample = string | number | boolean | Sample[] | { [name: string]: Sample };
export type Samples = Record<string, Sample>;

/** What the examples say of calls that need something to be worth making; the others are told apart by `samplesFor`. */
const samples: Record<string, Samples> = {
  "POST /v1/account/external_accounts": { external_account: "btok_us_verified" },
  "POST /v1/accounts": { type: "standard" },
  "POST /v1/accounts/:account": { business_profile: { name: "Maison Lavande" } },
  "POST /v1/accounts/:account/capabilities/:id": { requested: true },
  "POST /v1/accounts/:account/external_accounts": { external_account: "btok_us_verified" },
  "POST /v1/balance_settings": { payments: { payouts: { schedule: { interval: "daily" } } } },
  "POST /v1/charges": { amount: 2000, currency: "eur", source: "tok_visa" },
  "GET /v1/charges/search": { query: "status:'succeeded'" },
  "POST /v1/coupons": { percent_off: 25, duration: "once" },
  "POST /v1/customers": { name: "Ada Lovelace", email: "ada@example.com" },
  "GET /v1/customers/search": { query: "email:'ada@example.com'" },
  "POST /v1/customers/:customer/balance_transactions": { amount: -500, currency: "eur" },
  "POST /v1/customers/:customer/bank_accounts": { source: "btok_us_verified" },
  "POST /v1/customers/:customer/bank_accounts/:id/verify": { amounts: [32, 45] },
  "POST /v1/customers/:customer/cards": { source: "tok_visa" },
  "POST /v1/customers/:customer/sources": { source: "tok_visa" },
  "POST /v1/customers/:customer/sources/:id/verify": { amounts: [32, 45] },
  "POST /v1/customers/:customer/tax_ids": { type: "eu_vat", value: "FR12345678901" },
  "POST /v1/entitlements/features": { lookup_key: "weekly_report", name: "Weekly report" },
  "POST /v1/file_links": { file: "file_123" },
  "POST /v1/files": { purpose: "dispute_evidence" },
  "POST /v1/payment_intents": { amount: 2000, currency: "eur", allowed_payment_method_types: ["card"] },
  "GET /v1/payment_intents/search": { query: "status:'succeeded'" },
  "POST /v1/payment_intents/:id/confirm": { payment_method: "pm_card_visa" },
  "POST /v1/payment_intents/:id/increment_authorization": { amount: 2500 },
  "POST /v1/payment_method_configurations": { name: "Shop" },
  "POST /v1/payment_method_domains": { domain_name: "shop.example.com" },
  "POST /v1/payment_methods": { type: "card", card: { token: "tok_visa" } },
  "POST /v1/payment_methods/:id/attach": { customer: "cus_123" },
  "GET /v1/payment_methods": { customer: "cus_123", limit: 3 },
  "POST /v1/payouts": { amount: 1000, currency: "eur" },
  "POST /v1/plans": { amount: 900, currency: "eur", interval: "month", product: { name: "Weekly report" } },
  "POST /v1/prices": { unit_amount: 900, currency: "eur", product_data: { name: "Weekly report" } },
  "GET /v1/prices/search": { query: "active:'true'" },
  "POST /v1/products": { name: "Weekly report" },
  "GET /v1/products/search": { query: "active:'true'" },
  "POST /v1/products/:product/features": { entitlement_feature: "feat_123" },
  "POST /v1/promotion_codes": { promotion: { type: "coupon", coupon: "coupon_123" }, code: "SPRING" },
  "POST /v1/radar/value_list_items": { value_list: "rsl_email_blocklist", value: "eve@example.com" },
  "GET /v1/radar/value_list_items": { value_list: "rsl_email_blocklist", limit: 3 },
  "POST /v1/radar/value_lists": { alias: "regulars", name: "Regular customers", item_type: "email" },
  "POST /v1/refunds": { payment_intent: "pi_123" },
  "GET /v1/setup_attempts": { setup_intent: "seti_123", limit: 3 },
  "POST /v1/setup_intents": { allowed_payment_method_types: ["card"] },
  "POST /v1/setup_intents/:id/confirm": { payment_method: "pm_card_visa" },
  "POST /v1/shipping_rates": {
    display_name: "Ground",
    type: "fixed_amount",
    fixed_amount: { amount: 500, currency: "eur" },
  },
  "POST /v1/sources": { type: "card", token: "tok_visa" },
  "POST /v1/sources/:id/verify": { values: ["32", "45"] },
  "POST /v1/stripecli/sessions": { device_name: "laptop", websocket_features: ["webhooks"] },
  "POST /v1/tax_ids": { type: "eu_vat", value: "FR12345678901" },
  "POST /v1/tax_rates": { display_name: "TVA", inclusive: true, percentage: "20" },
  "POST /v1/test_helpers/confirmation_tokens": { payment_method: "pm_card_visa" },
  "POST /v1/test_helpers/test_clocks": { frozen_time: 1798761600 },
  "POST /v1/test_helpers/test_clocks/:id/advance": { frozen_time: 1801440000 },
  "POST /v1/tokens": { pii: { id_number: "000000000" } },
  "POST /v1/topups": { amount: 2000, currency: "eur", description: "For refunds" },
  "POST /v1/webhook_endpoints": { url: "https://shop.example.com/hooks", enabled_events: ["*"] },
};

/** What the example of a call sends. */
export function samplesFor({ method, path, params }: Endpoint): Samples {
  const known = samples[`${method} ${path}`];
  if (known) return known;
  if (method === "GET" && "limit" in params.shape) return { limit: 3 };
  return method === "POST" && "metadata" in params.shape ? { metadata: { order: "6735" } } : {};
}

/** Ids that everybody has, or that are made up by who creates the object. */
const ids: Record<string, string> = {
  "/v1/country_specs/": "FR",
  "/v1/exchange_rates/": "eur",
  "/v1/tax_codes/": "txcd_10000000",
  "/v1/coupons/": "coupon_123",
  "/v1/plans/": "plan_123",
  "/v1/accounts/:account/capabilities/": "card_payments",
  "/v1/customers/:customer/sources/": "card_123",
  "/v1/customers/:customer/cards/": "card_123",
  "/v1/customers/:customer/bank_accounts/": "ba_123",
  "/v1/customers/:customer/payment_methods/": "pm_123",
  "/v1/charges/": "ch_123",
  "/v1/products/:product/features/": "prodft_123",
};

/** The ids in the example of a call, in the order of its path; the account's own where that is asked for. */
export function sampleIds({ object, path }: Endpoint, accountId: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(({ 1: name = "", index }) => {
    if (name === "account") return accountId;
    const known = ids[path.slice(0, index)];
    return known ?? `${prefixOf(name === "id" ? object : name)}_123`;
  });
}

function prefixOf(kind: string): string {
  return resources.find(({ object }) => object === kind)?.prefixes?.[0] ?? kind;
}
