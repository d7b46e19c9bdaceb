import { and, asc, eq, gte } from "drizzle-orm";
import { charges, customers, promotionCodes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type ViewedEnvironment } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { updateCustomer } from "#lib/customers/update-customer";
import type { DiscountInput } from "#lib/discounts/give-discount";
import type { Business } from "./model/business.ts";
import { type Offer, offersSince, type Redeemed } from "./model/catalogue.ts";

/** What some customers redeem; `firstTime`: only those who never paid. */
interface Redemption extends Redeemed {
  input: DiscountInput;
  firstTime: boolean;
}

interface Shopper {
  id: string;
  createdAt: number;
  hasPaid: boolean;
}

/** Has customers of a made-up history redeem what its catalogue offers, each once at the most, an hour after they came. */
export async function seedDiscounts({
  environment,
  business: { catalogue },
  until,
}: {
  environment: ViewedEnvironment;
  business: Business;
  until: number;
}): Promise<void> {
  const system = systemViewer(environment, "operator", new Set(allPermissions));
  await transaction({ ...system, now: () => until }, async (tx) => {
    const shoppers = new Set(await shoppersSince(tx, until - offersSince * day));
    for (const { input, firstTime, times, from, to } of await redemptionsOf(tx, catalogue.offers)) {
      const could = [...shoppers].filter(
        ({ createdAt, hasPaid }) =>
          createdAt >= until - from * day && createdAt < until - to * day && !(firstTime && hasPaid),
      );
      for (const shopper of spread(could, times)) {
        const viewer = { ...system, now: () => shopper.createdAt + hour };
        await updateCustomer(viewer, { id: shopper.id, discount: input });
        shoppers.delete(shopper);
      }
    }
  });
}

async function shoppersSince({ db, environmentId }: Tx, from: number): Promise<Shopper[]> {
  const { id, createdAt } = customers;
  const paid = await db
    .selectDistinct({ by: charges.customerId })
    .from(charges)
    .where(
      and(
        eq(charges.environmentId, environmentId),
        eq(charges.status, "succeeded"),
        gte(charges.createdAt, from),
      ),
    );
  const payers = new Set(paid.map(({ by }) => by));
  const came = await db
    .select({ id, createdAt })
    .from(customers)
    .where(and(eq(customers.environmentId, environmentId), gte(createdAt, from)))
    .orderBy(asc(createdAt), asc(id));
  return came.map((each) => ({ ...each, hasPaid: payers.has(each.id) }));
}

async function redemptionsOf(tx: Tx, offers: readonly Offer[]): Promise<Redemption[]> {
  const { id, code } = promotionCodes;
  const made = await tx.db
    .select({ id, code })
    .from(promotionCodes)
    .where(eq(promotionCodes.environmentId, tx.environmentId));
  const idOf = new Map(made.map((row) => [row.code, row.id]));
  return offers.flatMap(({ id: couponId, redeemed, codes = [] }) => [
    ...codes.flatMap(({ code: name, firstTimeTransaction: firstTime = false, redeemed: byCode }) => {
      const promotionCodeId = idOf.get(name);
      return byCode && promotionCodeId ? [{ ...byCode, firstTime, input: { promotionCodeId } }] : [];
    }),
    ...(redeemed ? [{ ...redeemed, firstTime: false, input: { couponId } }] : []),
  ]);
}

/** As many of them, all over the time. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0).slice(0, count);
}
