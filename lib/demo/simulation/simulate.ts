import type { Actor } from "#db/schema/payments";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { idOf } from "#lib/ids";
import type { Business } from "../model/business.ts";
import { orderGoods, orderSubscription } from "../model/order.ts";
import { seededRandom } from "../model/random.ts";
import { daysBetween, momentsOf, share } from "../model/rhythm.ts";
import { createBook } from "./book.ts";
import { emptyHarvest, eventsKept } from "./harvest.ts";
import { pay } from "./payment.ts";
import { createShoppers } from "./shoppers.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { createTimeline } from "./timeline.ts";
import type { Declines, World } from "./world.ts";

export interface History {
  environment: ViewedEnvironment;
  business: Business;
  /** How many payments, of which seed, between when and when (milliseconds). */
  payments: number;
  seed: number;
  from: number;
  until: number;
  declines: Declines;
  shop: Actor;
  staff: readonly Actor[];
}

/** Lets a business happen, payment by payment; after each the rows gathered so far may be taken away. */
export function* simulate(history: History): Generator<World> {
  const world = createWorld(history);
  const { business, random, timeline, until } = world;
  const home = world.environment.currency;
  const shoppers = createShoppers(world);
  const subscriptions = createSubscriptions(world, shoppers);
  const days = daysBetween(business.rhythm, history.from, until);
  const counts = share(days, history.payments);
  let number = 0;
  for (const [index, today] of days.entries()) {
    const moments = momentsOf(today, counts[index] ?? 0, business.rhythm, until, random);
    const due = subscriptions.dueOn(index, moments.length);
    for (const at of moments) {
      timeline.runUntil(at);
      const subscriber = due.pop() ?? (random.chance(0.015) ? subscriptions.begin(index, at) : undefined);
      const shopper = subscriber?.shopper ?? shoppers.next(at);
      const order = subscriber
        ? orderSubscription(subscriber.product, shopper.market, home)
        : orderGoods(business, shopper.market, home, random);
      pay(world, shopper, { ...order, number: ++number }, at);
      yield world;
    }
  }
  timeline.runUntil(until);
  yield world;
}

function createWorld(history: History): World {
  const random = seededRandom(history.seed);
  let last = { at: 0, sequence: 0 };
  const world: Omit<World, "book"> = {
    ...history,
    random,
    timeline: createTimeline(),
    harvest: emptyHarvest(),
    eventsFrom: history.until - eventsKept,
    newId(prefix, at) {
      last = { at, sequence: last.at === at ? last.sequence + 1 : 0 };
      return idOf(prefix, at, last.sequence, random.text(11));
    },
  };
  return Object.assign(world, { book: createBook(world) });
}
