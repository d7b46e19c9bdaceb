import type { Product } from "../model/business.ts";
import type { Shopper, Shoppers } from "./shoppers.ts";
import type { World } from "./world.ts";

export interface Subscriber {
  shopper: Shopper;
  product: Product;
}

/** Those who pay once a month, until they no longer want to. */
export interface Subscriptions {
  /** Whose month is over on this day of the history: at most a share of its `payments`, the others wait a day. */
  dueOn(dayIndex: number, payments: number): Subscriber[];
  begin(dayIndex: number, at: number): Subscriber;
}

const month = 30;
const greatestShare = 0.4;
const staying = 0.94;

export function createSubscriptions(world: World, shoppers: Shoppers): Subscriptions {
  const { random, business } = world;
  const due = new Map<number, Subscriber[]>();

  function renewOn(dayIndex: number, subscribers: Subscriber[]): void {
    due.set(dayIndex, [...(due.get(dayIndex) ?? []), ...subscribers]);
  }

  return {
    dueOn(dayIndex, payments) {
      const waiting = due.get(dayIndex) ?? [];
      due.delete(dayIndex);
      const served = waiting.splice(0, Math.floor(payments * greatestShare));
      if (waiting.length > 0) renewOn(dayIndex + 1, waiting);
      renewOn(
        dayIndex + month,
        served.filter(() => random.chance(staying)),
      );
      return [...served];
    },
    begin(dayIndex, at) {
      const subscriber = { shopper: shoppers.customer(at), product: random.weighted(business.subscriptions) };
      renewOn(dayIndex + month, [subscriber]);
      return subscriber;
    },
  };
}
