import type { Business } from "./business.ts";
import { kestrelCatalogue } from "./kestrel-catalogue.ts";

/** An outfitter for people who watch birds, in New York: busy when the birds travel. */
// prettier-ignore
export const kestrel: Business = {
  orderPrefix: "KC",
  shipping: 895,
  freeShippingFrom: 15000,
  collectedOnDispatch: 0.09,
  rhythm: {
    timeZone: "America/New_York",
    weekdays: [0.95, 0.94, 0.96, 1, 1.02, 1.1, 1.03],
    months: [0.8, 0.85, 1, 1.25, 1.3, 0.95, 0.8, 0.85, 1.1, 1.1, 1.15, 1.35],
    hours: [0.4, 0.2, 0.1, 0.1, 0.2, 0.5, 0.9, 1.2, 1.4, 1.5, 1.6, 1.7, 1.8, 1.7, 1.6, 1.5, 1.5, 1.6, 1.7, 1.9, 2, 1.9,
      1.3, 0.8],
    growth: 1.4,
    specialDays: { "11-27": 2.2, "11-30": 1.8, "12-25": 0.2, "07-04": 0.5, "01-01": 0.4 },
  },
  markets: [
    [{ country: "US", currency: "usd", language: "en" }, 82],
    [{ country: "CA", currency: "cad", language: "en" }, 10],
    [{ country: "GB", currency: "gbp", language: "en" }, 5],
    [{ country: "FR", currency: "eur", language: "en" }, 3],
  ],
  goods: [
    [{ en: "Binoculars 8×42", fr: "Jumelles 8×42", price: 24900 }, 5],
    [{ en: "Field notebook, set of two", fr: "Carnets de terrain, lot de deux", price: 2200 }, 14],
    [{ en: "Nest box, cedar", fr: "Nichoir en cèdre", price: 4800 }, 9],
    [{ en: "Spotting scope, compact", fr: "Longue-vue compacte", price: 38900 }, 2],
    [{ en: "Waxed field jacket", fr: "Veste de terrain cirée", price: 18500 }, 4],
    [{ en: "Pocket guide: hawks and falcons", fr: "Guide de poche : les rapaces", price: 1895 }, 12],
    [{ en: "Seed mix, 10 lb", fr: "Mélange de graines, 4,5 kg", price: 2650 }, 13],
  ],
  subscriptions: [
    [{ en: "Seed delivery, monthly", fr: "Livraison de graines, mensuelle", price: 2400 }, 5],
    [{ en: "Membership, monthly", fr: "Adhésion, mensuelle", price: 900 }, 4],
  ],
  catalogue: kestrelCatalogue,
};
