import type { Payer } from "#lib/search/documents/paid-by";
import { emptyHarvest, type Harvest, sizeOf } from "./harvest.ts";
import { type Pack, packOf } from "./pack.ts";
import { type History, simulate } from "./simulate.ts";

/** A part of a history, ready to be written in one transaction. */
export interface Part {
  pack: Pack;
  /** How many of the payments have happened by then. */
  done: number;
  /** The first customer of the part, if it has one. */
  firstCustomer: string | undefined;
  /** With the last part: when the money comes due that is pending then, if any is (milliseconds). */
  release: number | undefined;
}

const rowsPerPart = 20_000;

/** Lets a business happen, some thousand rows at a time. */
export function* partsOf(history: History): Generator<Part> {
  const { environment, payments } = history;
  const payers = new Map<string, Payer>();
  let done = 0;
  for (const world of simulate(history)) {
    const isLast = ++done > payments;
    if (sizeOf(world.harvest) < rowsPerPart && !isLast) continue;
    const harvest: Harvest = { ...world.harvest };
    Object.assign(world.harvest, emptyHarvest());
    for (const customer of harvest.customers) payers.set(customer.id, payerOf(customer));
    yield {
      pack: packOf(harvest, { environment, payers }),
      done: Math.min(done, payments),
      firstCustomer: harvest.customers[0]?.id,
      release: isLast ? world.book.nextRelease() : undefined,
    };
  }
}

/** As little of them as later parts need: there may be hundreds of thousands. */
function payerOf({
  name = null,
  businessName = null,
  individualName = null,
  email = null,
}: Harvest["customers"][number]): Payer {
  return { name, businessName, individualName, email };
}
