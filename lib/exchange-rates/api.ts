import type Stripe from "stripe";
import { get, list, resource } from "#lib/api/endpoint";
import { pageOf, pageOfFixed } from "#lib/api/page";
import { listParams } from "#lib/api/params";
import { type Currency, isCurrency, supportedCurrencies } from "#lib/currencies";
import { notFound } from "#lib/errors";
import { exchangeRate } from "#lib/ledger/exchange-rates";

const permission = "balance:read" as const;
const currencies = [...supportedCurrencies].sort();

export const exchangeRateResource = resource("exchange_rate", {
  list: list("/v1/exchange_rates", { permission, params: listParams({}) }, async (_viewer, request) => {
    const page = pageOfFixed(currencies, request, { idOf: (currency) => currency, kind: "exchange_rate" });
    return pageOf(page, "/v1/exchange_rates", toExchangeRate);
  }),
  retrieve: get("/v1/exchange_rates/:id", { permission }, async (_viewer, { id }) => {
    const currency = id.toLowerCase();
    if (!isCurrency(currency)) throw notFound("exchange_rate", id);
    return toExchangeRate(currency);
  }),
});

/** What one unit of a currency is worth in every other. */
function toExchangeRate(currency: Currency): Stripe.ExchangeRate {
  const rates = currencies.map((other) => [other, Number(exchangeRate(currency, other))] as const);
  return { id: currency, object: "exchange_rate", rates: Object.fromEntries(rates) };
}
