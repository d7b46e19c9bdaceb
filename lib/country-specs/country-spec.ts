import type Stripe from "stripe";
import { countries, type Country } from "#lib/accounts/countries";
import { supportedCurrencies } from "#lib/currencies";

const all = Object.entries(countries);
const codes = all.map(([code]) => code);

/** The API's country spec: what an account in this country can do and is asked for. */
export function toCountrySpec(country: Country): Stripe.CountrySpec {
  const currency = countries[country];
  return {
    id: country,
    object: "country_spec",
    default_currency: currency,
    supported_bank_account_currencies: {
      [currency]: all.filter(([, theirs]) => theirs === currency).map(([code]) => code),
    },
    supported_payment_currencies: [...supportedCurrencies],
    supported_payment_methods: country === "US" ? ["ach", "card", "stripe"] : ["card", "stripe"],
    supported_transfer_countries: codes,
    verification_fields: {
      company: { additional: ["relationship.representative"], minimum: [...company, ...common] },
      individual: { additional: [], minimum: [...individual, ...common] },
    },
  };
}

/** Source: https://docs.stripe.com/api/country_specs/object */
const common = [
  "business_profile.mcc",
  "business_profile.url",
  "business_type",
  "external_account",
  "tos_acceptance.date",
  "tos_acceptance.ip",
];
const company = [
  "company.address.city",
  "company.address.line1",
  "company.address.postal_code",
  "company.name",
  "company.phone",
  "company.tax_id",
  "relationship.owner",
  "relationship.representative",
];
const individual = [
  "individual.address.city",
  "individual.address.line1",
  "individual.address.postal_code",
  "individual.dob.day",
  "individual.dob.month",
  "individual.dob.year",
  "individual.email",
  "individual.first_name",
  "individual.last_name",
  "individual.phone",
];
