import { convert } from "#lib/ledger/exchange-rates";
import type { Business, Market, Product } from "./business.ts";
import type { Random } from "./random.ts";

/** What somebody buys at once: the amount in minor units of the market's currency. */
export interface Order {
  amount: number;
  currency: string;
  description: string;
  goods: boolean;
}

/** A basket of one to three kinds of goods. `home`: the account's own currency. */
export function orderGoods(business: Business, market: Market, home: string, random: Random): Order {
  const product = random.weighted(business.goods);
  const quantity = random.weighted(quantities);
  const items = [{ product, quantity }];
  if (random.chance(0.3)) {
    const second = random.weighted(business.goods);
    if (second !== product) items.push({ product: second, quantity: 1 });
  }
  const worth = items.reduce((sum, item) => sum + item.product.price * item.quantity, 0);
  const shipping = worth < business.freeShippingFrom ? business.shipping : 0;
  const amount = items.reduce(
    (sum, item) => sum + localPrice(item.product.price, home, market) * item.quantity,
    0,
  );
  return {
    amount: amount + (shipping === 0 ? 0 : localPrice(shipping, home, market)),
    currency: market.currency,
    description: items.map((item) => line(item.product, item.quantity, market)).join(" + "),
    goods: true,
  };
}

/** One month of a subscription. */
export function orderSubscription(product: Product, market: Market, home: string): Order {
  const amount = localPrice(product.price, home, market);
  return { amount, currency: market.currency, description: product[market.language], goods: false };
}

const quantities = [
  [1, 78],
  [2, 16],
  [3, 6],
] as const;

function line(product: Product, quantity: number, market: Market): string {
  return quantity === 1 ? product[market.language] : `${quantity} × ${product[market.language]}`;
}

const prices = new Map<string, number>();

/** The price as a shop would write it abroad: converted, then a round figure. */
export function localPrice(price: number, home: string, { currency }: Pick<Market, "currency">): number {
  if (currency === home) return price;
  const key = `${price} ${home} ${currency}`;
  const known = prices.get(key);
  if (known !== undefined) return known;
  const converted = convert(price, home, currency).amount;
  const rounded = Math.max(50, Math.round(converted / 50) * 50);
  prices.set(key, rounded);
  return rounded;
}
