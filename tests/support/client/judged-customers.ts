import type { Judged } from "./judged.ts";

export const judgedMetadata = { order: "6735", note: "Ça va" };
export const judgedAddress = {
  line1: "1 rue de Rivoli",
  line2: "3e étage",
  city: "Paris",
  state: "IDF",
  postal_code: "75001",
  country: "FR",
};

const within = (one: string, many: string, node: [string, string]): Judged["within"] => ({
  id: "$customer",
  node,
  python: [one, many],
});

export const judgedCustomers: Judged[] = [
  {
    kind: "customer",
    node: "customers",
    python: "Customer",
    create: {
      name: "Ada Lovelace",
      email: "ada@judged.test",
      phone: "+33123456789",
      description: "First of all",
      address: judgedAddress,
      shipping: { name: "Ada", phone: "+33123456789", address: judgedAddress },
      preferred_locales: ["fr", "en"],
      tax_exempt: "none",
      metadata: judgedMetadata,
    },
    update: {
      given: { name: "Ada King", metadata: { order: "", more: "yes" } },
      then: { name: "Ada King", metadata: { note: "Ça va", more: "yes" } },
    },
    filters: [{ email: "ada@judged.test" }],
    search: "email:'ada@judged.test' AND metadata['more']:'yes'",
    refused: [
      { given: { email: "nobody" }, code: "email_invalid", param: "email" },
      { given: { source: "tok_nobody" }, code: "resource_missing", param: "source" },
      { given: { source: "tok_chargeDeclined" }, code: "card_declined" },
    ],
  },
  {
    kind: "tax_id",
    node: "customers",
    python: "Customer",
    within: within("tax_id", "tax_ids", ["TaxId", "TaxIds"]),
    create: { type: "eu_vat", value: "FR12345678901" },
    undated: true,
    deletes: true,
    refused: [{ given: { type: "eu_vat", value: "FR1" }, code: "tax_id_invalid", param: "value" }],
  },
  {
    kind: "customer_balance_transaction",
    node: "customers",
    python: "Customer",
    within: within("balance_transaction", "balance_transactions", [
      "BalanceTransaction",
      "BalanceTransactions",
    ]),
    create: { amount: -500, currency: "usd", description: "Sorry", metadata: judgedMetadata },
    update: { given: { description: "So sorry" }, then: { description: "So sorry", amount: -500 } },
    expand: "customer",
  },
  {
    kind: "card",
    node: "customers",
    python: "Customer",
    within: within("source", "sources", ["Source", "Sources"]),
    create: { source: "tok_visa", metadata: judgedMetadata },
    second: { source: "tok_mastercard" },
    update: {
      given: { name: "Ada", exp_year: 2044, metadata: { order: "" } },
      then: { name: "Ada", exp_year: 2044, metadata: { note: "Ça va" } },
    },
    filters: [{ object: "card" }],
    undated: true,
    expand: "customer",
    deletes: true,
    refused: [{ given: { source: "tok_chargeDeclined" }, code: "card_declined" }],
  },
  {
    kind: "test_helpers.test_clock",
    node: "testHelpers.testClocks",
    python: "test_helpers.TestClock",
    create: { frozen_time: 1_800_000_000, name: "Next year" },
    undated: true,
    acts: [
      {
        node: "advance",
        python: "advance",
        given: { frozen_time: 1_800_086_400 },
        then: { status: "advancing" },
      },
    ],
    deletes: true,
  },
];
