import { isTold, type PriceModel, priceOf } from "./price-of.ts";

export interface CurvePoint {
  quantity: number;
  /** Minor units. */
  amount: number;
}

const mostSteps = 24;
const usual = 20;

/**
 * What quantities cost, for a curve: from none on, in even steps, until well behind the last turn of the price and
 * at least to `reach`. Empty when the customer chooses the amount, and
 * without what goes beyond every amount.
 */
export function curveOf(price: PriceModel, reach = 0): CurvePoint[] {
  const last = Math.max(reach, Math.ceil(lastTurn(price) * 1.5), usual);
  const step = Math.ceil(last / mostSteps);
  const quantities = Array.from({ length: Math.ceil(last / step) + 1 }, (_, index) => index * step);
  return quantities.flatMap((quantity) => {
    const priced = priceOf(price, quantity);
    return priced && isTold(priced) ? [{ quantity, amount: priced.amount }] : [];
  });
}

/** The last quantity after which something changes. */
function lastTurn({ tiers, transformQuantity }: PriceModel): number {
  if (transformQuantity) return 4 * transformQuantity.divide_by;
  return Math.max(0, ...(tiers ?? []).map(({ upTo }) => upTo ?? 0));
}
