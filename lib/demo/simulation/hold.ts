import type { Actor } from "#db/schema/payments";
import { day, hour } from "#lib/clock";
import { toCharge } from "#lib/payments/wire";
import { bookCharge } from "./attempt.ts";
import {
  changeCharge,
  changeIntent,
  chargeOf,
  later,
  leaveJob,
  type Life,
  note,
  noteIntent,
} from "./life.ts";
import type { World } from "./world.ts";

/** Money that is held until the parcel leaves: mostly taken within days, sometimes in part, now and then forgotten. */
export function decideOnHold(world: World, life: Life, at: number, then: (at: number) => void): void {
  const { random } = world;
  const { captureBefore } = chargeOf(life);
  if (captureBefore === null) return;
  const decision = random.weighted(decisions);
  const decidedAt = decision === "expire" ? captureBefore : at + hour + random.int(4 * day);
  const planned = later(world, life, decidedAt, () => {
    if (decision === "capture") capture(world, life, decidedAt);
    else cancel(world, life, decidedAt, decision);
    if (decision === "capture") then(decidedAt);
  });
  if (!planned && captureBefore > world.until) {
    leaveJob(world, life, "payments.expire", { paymentIntentId: life.intent.id }, captureBefore);
  }
}

const decisions = [
  ["capture", 86],
  ["cancel", 8],
  ["expire", 6],
] as const;

function capture(world: World, life: Life, at: number): void {
  const { random } = world;
  const { amount } = chargeOf(life);
  const part =
    random.chance(0.12) && amount >= 2000 ? roundedPart(amount, 0.5 + 0.4 * random.number()) : amount;
  changeCharge(life, { captured: true, capturedAt: at, amountCaptured: part, captureBefore: null });
  bookCharge(world, life, at);
  changeIntent(life, { status: "succeeded", amountReceived: part, amountCapturable: 0 });
  note(world, life, at, "charge.captured", () => toCharge(chargeOf(life), world.environment));
  noteIntent(world, life, at, "payment_intent.succeeded");
}

/** About this share of an amount, in a figure people would type. */
export function roundedPart(amount: number, share: number): number {
  return Math.round((amount * share) / 50) * 50;
}

function cancel(world: World, life: Life, at: number, decision: "cancel" | "expire"): void {
  const expired = decision === "expire";
  const charge = chargeOf(life);
  changeCharge(life, { canceledAt: at, captureBefore: null, refunded: true, amountRefunded: charge.amount });
  note(world, life, at, expired ? "charge.expired" : "charge.refunded", () =>
    toCharge(chargeOf(life), world.environment),
  );
  closeIntent(world, life, at, {
    cancellationReason: expired ? "automatic" : "requested_by_customer",
    canceledBy: expired ? system : world.random.pick(world.staff),
  });
}

const system: Actor = { type: "system", id: null, name: null };

/** Ends a payment that was not collected. */
export function closeIntent(
  world: World,
  life: Life,
  at: number,
  why: { cancellationReason: string; canceledBy: Actor },
): void {
  changeIntent(life, { ...why, status: "canceled", canceledAt: at, amountCapturable: 0, nextAction: null });
  noteIntent(world, life, at, "payment_intent.canceled");
}
