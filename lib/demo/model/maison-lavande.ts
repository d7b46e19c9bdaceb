import type { Business } from "./business.ts";
import { lavandeCatalogue } from "./lavande-catalogue.ts";

/** A lavender house in Paris: the harvest in July, presents before Christmas, a box a month for those who subscribe. */
// prettier-ignore
export const maisonLavande: Business = {
  orderPrefix: "ML",
  shipping: 490,
  freeShippingFrom: 6000,
  collectedOnDispatch: 0.09,
  rhythm: {
    timeZone: "Europe/Paris",
    weekdays: [1.05, 1, 1, 0.98, 0.94, 0.9, 1.13],
    months: [0.82, 0.9, 0.92, 0.96, 1.12, 1.14, 1.2, 0.86, 0.92, 0.96, 1.22, 1.55],
    hours: [0.5, 0.25, 0.12, 0.08, 0.08, 0.15, 0.4, 0.9, 1.3, 1.7, 1.9, 1.8, 1.9, 1.7, 1.5, 1.5, 1.6, 1.7, 1.9, 2.2,
      2.6, 2.5, 1.8, 1],
    growth: 1.7,
    specialDays: { "11-27": 1.9, "11-28": 2.1, "11-30": 1.6, "12-10": 1.4, "12-15": 1.5, "12-24": 0.6, "12-25": 0.25,
      "01-01": 0.3, "02-12": 1.4, "05-22": 1.5, "05-29": 1.5, "07-14": 0.6 },
  },
  markets: [
    [{ country: "FR", currency: "eur", language: "fr" }, 54],
    [{ country: "BE", currency: "eur", language: "fr" }, 7],
    [{ country: "DE", currency: "eur", language: "en" }, 9],
    [{ country: "CH", currency: "chf", language: "fr" }, 5],
    [{ country: "GB", currency: "gbp", language: "en" }, 7],
    [{ country: "US", currency: "usd", language: "en" }, 7],
    [{ country: "IT", currency: "eur", language: "en" }, 3],
    [{ country: "ES", currency: "eur", language: "en" }, 3],
    [{ country: "NL", currency: "eur", language: "en" }, 2],
    [{ country: "AT", currency: "eur", language: "en" }, 1],
    [{ country: "JP", currency: "jpy", language: "en" }, 2],
  ],
  goods: [
    [{ en: "Fine lavender essential oil, 10 ml", fr: "Huile essentielle de lavande fine, 10 ml", price: 1450 }, 14],
    [{ en: "Lavender soap, set of three", fr: "Savons à la lavande, lot de trois", price: 1890 }, 13],
    [{ en: "Dried lavender bouquet", fr: "Bouquet de lavande séchée", price: 2400 }, 9],
    [{ en: "Pillow mist, 100 ml", fr: "Brume d'oreiller, 100 ml", price: 2250 }, 10],
    [{ en: "Hand cream, 75 ml", fr: "Crème pour les mains, 75 ml", price: 1690 }, 11],
    [{ en: "Lavender honey, 250 g", fr: "Miel de lavande, 250 g", price: 1290 }, 10],
    [{ en: "Scented candle “Valensole”", fr: "Bougie parfumée « Valensole »", price: 3900 }, 8],
    [{ en: "Linen sachets, set of five", fr: "Sachets en lin, lot de cinq", price: 2650 }, 6],
    [{ en: "Eau de toilette “Été”, 50 ml", fr: "Eau de toilette « Été », 50 ml", price: 6800 }, 5],
    [{ en: "Bath gift box", fr: "Coffret bain", price: 5400 }, 6],
    [{ en: "Gift box “La Grande Maison”", fr: "Coffret « La Grande Maison »", price: 12900 }, 2],
    [{ en: "Workshop: distilling in one day", fr: "Atelier : une journée de distillation", price: 9500 }, 2],
  ],
  subscriptions: [
    [{ en: "Box of the month, monthly", fr: "Box du mois, mensuelle", price: 2990 }, 7],
    [{ en: "Honey & tea, monthly", fr: "Miel et tisane, mensuel", price: 1990 }, 4],
    [{ en: "Salon refills, monthly", fr: "Recharges pour salons, mensuel", price: 8900 }, 1],
  ],
  catalogue: lavandeCatalogue,
};
