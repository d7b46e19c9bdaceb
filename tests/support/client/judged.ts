/** What a client is asked to do with one kind of object. `$customer` stands for the id of the customer made before. */
export interface Judged {
  kind: string;
  /** Where the Node client has it, and the class in the Python client. */
  node: string;
  python: string;
  create: Given;
  update?: { given: Given; then: Given };
  /** Each finds the objects that were made, and no others. */
  filters?: Given[];
  /** Lists of the kind know no `created`. */
  undated?: boolean;
  expand?: string;
  deletes?: boolean;
  /** What the class can do with one, and what it is like afterwards. */
  acts?: { node: string; python: string; then: Given }[];
}

export type Given = Record<string, unknown>;

const metadata = { order: "6735", note: "Ça va" };
const address = {
  line1: "1 rue de Rivoli",
  line2: "3e étage",
  city: "Paris",
  state: "IDF",
  postal_code: "75001",
  country: "FR",
};

/** In the order in which they need one another. */
export const judged: Judged[] = [
  {
    kind: "customer",
    node: "customers",
    python: "Customer",
    create: {
      name: "Ada Lovelace",
      email: "ada@judged.test",
      phone: "+33123456789",
      description: "First of all",
      address,
      shipping: { name: "Ada", phone: "+33123456789", address },
      preferred_locales: ["fr", "en"],
      tax_exempt: "none",
      metadata,
    },
    update: {
      given: { name: "Ada King", metadata: { order: "", more: "yes" } },
      then: { name: "Ada King", metadata: { note: "Ça va", more: "yes" } },
    },
    filters: [{ email: "ada@judged.test" }],
  },
  {
    kind: "product",
    node: "products",
    python: "Product",
    create: {
      name: "Ink",
      description: "Black",
      active: true,
      shippable: true,
      url: "https://example.com/ink",
      unit_label: "bottle",
      statement_descriptor: "INK",
      images: ["https://example.com/ink.png"],
      package_dimensions: { height: 1, length: 2, width: 3, weight: 4 },
      metadata,
    },
    update: { given: { description: "Blue", active: false }, then: { description: "Blue", active: false } },
    filters: [{ url: "https://example.com/ink" }, { shippable: true }],
  },
  {
    kind: "price",
    node: "prices",
    python: "Price",
    create: {
      product: "$product",
      currency: "eur",
      unit_amount: 1250,
      nickname: "Monthly",
      tax_behavior: "inclusive",
      recurring: { interval: "month", interval_count: 1 },
      metadata,
    },
    update: {
      given: { nickname: "Each month", active: false },
      then: { nickname: "Each month", active: false },
    },
    filters: [{ product: "$product" }, { product: "$product", currency: "eur", type: "recurring" }],
    expand: "product",
  },
  {
    kind: "plan",
    node: "plans",
    python: "Plan",
    create: {
      product: "$product",
      currency: "eur",
      amount: 900,
      interval: "year",
      nickname: "Yearly",
      metadata,
    },
    update: { given: { nickname: "Each year" }, then: { nickname: "Each year" } },
    filters: [{ product: "$product", active: true }],
    expand: "product",
    deletes: true,
  },
  {
    kind: "coupon",
    node: "coupons",
    python: "Coupon",
    create: {
      percent_off: 12.5,
      duration: "repeating",
      duration_in_months: 3,
      max_redemptions: 40,
      name: "Spring",
      metadata,
    },
    update: { given: { name: "Summer" }, then: { name: "Summer", percent_off: 12.5 } },
    deletes: true,
  },
  {
    kind: "tax_rate",
    node: "taxRates",
    python: "TaxRate",
    create: {
      display_name: "TVA",
      inclusive: true,
      percentage: 20,
      country: "FR",
      jurisdiction: "FR",
      description: "Taux normal",
      metadata,
    },
    update: { given: { active: false }, then: { active: false, percentage: 20 } },
    filters: [{ inclusive: true }],
  },
  {
    kind: "shipping_rate",
    node: "shippingRates",
    python: "ShippingRate",
    create: {
      display_name: "Colissimo",
      type: "fixed_amount",
      fixed_amount: { amount: 500, currency: "eur" },
      delivery_estimate: { minimum: { unit: "day", value: 2 }, maximum: { unit: "week", value: 1 } },
      metadata,
    },
    update: { given: { active: false }, then: { active: false } },
    filters: [{ currency: "eur" }],
  },
  {
    kind: "payment_method",
    node: "paymentMethods",
    python: "PaymentMethod",
    create: {
      type: "card",
      card: { token: "tok_visa" },
      billing_details: { name: "Ada", email: "ada@judged.test", phone: "+33123456789", address },
      metadata,
    },
  },
  {
    kind: "payment_intent",
    node: "paymentIntents",
    python: "PaymentIntent",
    create: {
      amount: 2500,
      currency: "eur",
      customer: "$customer",
      payment_method: "pm_card_visa",
      payment_method_types: ["card"],
      capture_method: "manual",
      description: "Ink",
      receipt_email: "ada@judged.test",
      statement_descriptor_suffix: "INK",
      shipping: { name: "Ada", address },
      transfer_group: "ORDER 6735",
      confirm: true,
      metadata,
    },
    update: { given: { description: "Blue ink" }, then: { description: "Blue ink", amount: 2500 } },
    filters: [{ customer: "$customer" }],
    expand: "customer",
    acts: [{ node: "capture", python: "capture", then: { status: "succeeded" } }],
  },
  {
    kind: "setup_intent",
    node: "setupIntents",
    python: "SetupIntent",
    create: {
      customer: "$customer",
      payment_method_types: ["card"],
      usage: "off_session",
      description: "Later",
      metadata,
    },
    update: { given: { description: "Sooner" }, then: { description: "Sooner" } },
    filters: [{ customer: "$customer" }],
    expand: "customer",
    acts: [{ node: "cancel", python: "cancel", then: { status: "canceled" } }],
  },
  {
    kind: "charge",
    node: "charges",
    python: "Charge",
    create: {
      amount: 1800,
      currency: "eur",
      source: "tok_visa",
      description: "Paper",
      transfer_group: "PAPER",
      metadata,
    },
    update: { given: { description: "Thick paper" }, then: { description: "Thick paper", paid: true } },
    filters: [{ transfer_group: "PAPER" }],
    expand: "balance_transaction",
  },
  {
    kind: "refund",
    node: "refunds",
    python: "Refund",
    create: { charge: "$charge", amount: 100, reason: "requested_by_customer", metadata },
    update: { given: { metadata: { order: "7" } }, then: { amount: 100 } },
    filters: [{ charge: "$charge" }],
    expand: "charge",
  },
  {
    kind: "webhook_endpoint",
    node: "webhookEndpoints",
    python: "WebhookEndpoint",
    create: {
      url: "https://example.com/hooks",
      enabled_events: ["charge.refunded"],
      description: "Shop",
      metadata,
    },
    update: { given: { disabled: true }, then: { status: "disabled" } },
    undated: true,
    deletes: true,
  },
];

/** The same with ids in the place of what stands for them. */
export function filledIn<T>(given: T, ids: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(given).replaceAll(/"\$(\w+)"/g, (_, kind) => JSON.stringify(ids.get(kind)));
  return JSON.parse(text);
}
