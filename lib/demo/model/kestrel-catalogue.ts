import type { Catalogue } from "./catalogue.ts";

/** What Kestrel & Co offers beside its gear. */
export const kestrelCatalogue: Catalogue = {
  features: { member_prices: "Member prices", field_trips: "Two field trips a year" },
  subscriptionFeatures: ["member_prices"],
  wares: [
    {
      name: "Guided walks for groups",
      description: "A morning at the lake, by the number of people.",
      unitLabel: "person",
      features: ["field_trips"],
      prices: [
        {
          currency: "usd",
          billingScheme: "tiered",
          tiersMode: "volume",
          tiers: [
            { upTo: 8, unitAmount: "3500", flatAmount: null },
            { upTo: null, unitAmount: "2800", flatAmount: null },
          ],
        },
      ],
    },
  ],
  offers: [
    {
      id: "FLEDGLING",
      name: "First order",
      percentOff: "10",
      duration: "once",
      codes: [{ code: "FLEDGLING10", firstTimeTransaction: true, redeemed: { times: 6, from: 199, to: 1 } }],
    },
  ],
  taxRates: [
    {
      displayName: "Sales Tax",
      percentage: "8.875",
      inclusive: false,
      country: "US",
      state: "NY",
      jurisdiction: "New York City",
      taxType: "sales_tax",
    },
  ],
  shippingRates: [
    {
      displayName: "Ground",
      amount: 895,
      currency: "usd",
      currencyOptions: { cad: { amount: 1495 } },
      deliveryEstimate: {
        minimum: { unit: "business_day", value: 3 },
        maximum: { unit: "business_day", value: 6 },
      },
    },
  ],
};
