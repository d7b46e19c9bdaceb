import type Stripe from "stripe";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour, seconds } from "#lib/clock";
import { claimDue } from "#lib/jobs/claim";
import { enqueue, handlerOf, on } from "#lib/jobs/jobs";
import { runDueJobs } from "#lib/jobs/run-due";
import { runJob } from "#lib/jobs/run-job";
import { onClock } from "#lib/test-clocks/on-clock";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
let stripe: Stripe;

/** What the jobs of these tests did, at which time. */
const done: { what: string; at: number }[] = [];

on("test.note_on_clock", async (viewer: Viewer, { what }: { what: string }) => {
  done.push({ what, at: viewer.now() });
  if (!what.startsWith("chain")) return;
  await transaction(viewer, (tx) =>
    enqueue(tx, "test.note_on_clock", { what: "link" }, { runAt: tx.now + hour }),
  );
});

beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const june = seconds(Date.UTC(2027, 5, 1));

const aClock = (frozen_time = june) => stripe.testHelpers.testClocks.create({ frozen_time, name: "A year" });

/** Has something done later for a customer, at their time. */
function later(customer: string, what: string, runAt: number) {
  return transaction(world.viewer, async (tx) => {
    const row = await find(tx, customers, customer);
    await onClock(tx, row?.testClockId ?? null, (there) =>
      enqueue(there, "test.note_on_clock", { what }, { runAt }),
    );
  });
}

/** Does what is due in the environment by now, as the runner would. */
const passTime = () => runDueJobs(world.environment, Date.now());

test("a clock stands where it was set, is listed, and goes with all that hangs on it", async () => {
  const clock = await aClock();
  expect(clock).toMatchObject({
    object: "test_helpers.test_clock",
    frozen_time: june,
    name: "A year",
    status: "ready",
    status_details: {},
  });
  expect(clock.deletes_after - clock.created).toBe(30 * 24 * 3600);
  const { id } = await stripe.customers.create({ test_clock: clock.id });
  expect((await stripe.testHelpers.testClocks.list()).data.map((each) => each.id)).toContain(clock.id);
  expect(await stripe.testHelpers.testClocks.del(clock.id)).toEqual({
    id: clock.id,
    object: "test_helpers.test_clock",
    deleted: true,
  });
  await expect(stripe.testHelpers.testClocks.retrieve(clock.id)).rejects.toMatchObject({ statusCode: 404 });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ deleted: true });
  expect(await eventsOf(stripe, clock.id)).toEqual([
    "test_helpers.test_clock.created",
    "test_helpers.test_clock.deleted",
  ]);
});

describe("a customer on a clock", () => {
  test("lives at its time, and what happens to them is told in the environment's", async () => {
    const clock = await aClock();
    const customer = await stripe.customers.create({ test_clock: clock.id, expand: ["test_clock"] });
    expect(customer).toMatchObject({ created: june, test_clock: { id: clock.id, frozen_time: june } });
    const entry = await stripe.customers.createBalanceTransaction(customer.id, {
      amount: 500,
      currency: "eur",
    });
    expect(entry.created).toBe(june);
    const [event] = (await stripe.events.list({ type: "customer.created", limit: 1 })).data;
    expect(event).toMatchObject({ data: { object: { id: customer.id } } });
    expect(Math.abs(Number(event?.created) - seconds(Date.now()))).toBeLessThan(60);
  });

  test("is listed with the others of the clock, and with nobody else", async () => {
    const clock = await aClock();
    const { id } = await stripe.customers.create({ test_clock: clock.id, email: "clocked@example.com" });
    const on = await stripe.customers.list({ test_clock: clock.id });
    expect(on.data.map((each) => each.id)).toEqual([id]);
    expect((await stripe.customers.list({ email: "clocked@example.com" })).data).toEqual([]);
  });

  test("can have been there before, but not on another clock", async () => {
    const { id } = await stripe.customers.create({});
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: june, customer: id });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ test_clock: clock.id });
    await expect(
      stripe.testHelpers.testClocks.create({ frozen_time: june, customer: id }),
    ).rejects.toMatchObject({ param: "customer" });
  });

  test("has two others beside them at most", async () => {
    const { id: test_clock } = await aClock();
    for (let count = 0; count < 3; count++) await stripe.customers.create({ test_clock });
    await expect(stripe.customers.create({ test_clock })).rejects.toMatchObject({
      statusCode: 400,
      param: "test_clock",
    });
  });

  test("cannot hang on a clock there is not, or another account's", async () => {
    const other = await anApiWorld();
    const theirs = await other.stripe.testHelpers.testClocks.create({ frozen_time: june });
    for (const test_clock of ["clock_none", theirs.id]) {
      await expect(stripe.customers.create({ test_clock })).rejects.toMatchObject({
        statusCode: 404,
        param: "test_clock",
      });
    }
  });
});

describe("advancing", () => {
  test("does what falls due on the way in order, each at its time, also what that adds", async () => {
    const clock = await aClock();
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    const at = (hours: number) => june * 1000 + hours * hour;
    done.length = 0;
    await later(id, "third", at(30));
    await later(id, "chain", at(2));
    await later(id, "beyond", at(100));
    const moving = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: seconds(at(48)) });
    expect(moving).toMatchObject({
      status: "advancing",
      status_details: { advancing: { target_frozen_time: seconds(at(48)) } },
    });
    await expect(stripe.customers.update(id, { name: "Ada" })).rejects.toMatchObject({
      code: "test_clock_advancing",
    });
    await passTime();
    expect(done).toEqual([
      { what: "chain", at: at(2) },
      { what: "link", at: at(3) },
      { what: "third", at: at(30) },
    ]);
    expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({
      status: "ready",
      frozen_time: seconds(at(48)),
    });
    expect(await eventsOf(stripe, clock.id)).toEqual([
      "test_helpers.test_clock.created",
      "test_helpers.test_clock.advancing",
      "test_helpers.test_clock.ready",
    ]);
    expect((await stripe.customers.update(id, { name: "Ada" })).name).toBe("Ada");
  });

  test("ends a discount when its months are over", async () => {
    const clock = await aClock();
    const coupon = await stripe.coupons.create({
      percent_off: 10,
      duration: "repeating",
      duration_in_months: 2,
    });
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    const given: unknown = await stripe.rawRequest("POST", `/v1/customers/${id}`, { coupon: coupon.id });
    expect(given).toMatchObject({ discount: { start: june, source: { coupon: coupon.id } } });
    for (const [month, left] of [
      [6, true],
      [7, false],
    ] as const) {
      const frozen_time = seconds(Date.UTC(2027, month, 2));
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
      await passTime();
      const customer = await stripe.customers.retrieve(id);
      expect("discount" in customer && customer.discount !== null).toBe(left);
    }
  });

  test("one clock leaves the others and the environment alone", async () => {
    const [one, other] = [await aClock(), await aClock()];
    const { id } = await stripe.customers.create({ test_clock: other.id });
    const { id: unclocked } = await stripe.customers.create({});
    done.length = 0;
    await later(id, "other", june * 1000 + hour);
    await later(unclocked, "environment", Date.now() + hour);
    await stripe.testHelpers.testClocks.advance(one.id, { frozen_time: june + 7 * 24 * 3600 });
    await passTime();
    expect(done).toEqual([]);
    await runDueJobs(world.environment, Date.now() + 2 * hour);
    expect(done.map(({ what }) => what)).toEqual(["environment"]);
  });

  test("is not needed for what is due where the clock stands: a tax number is verified at once", async () => {
    const clock = await aClock();
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    const made = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "FR40303265045" });
    expect(made).toMatchObject({ created: june, verification: { status: "pending" } });
    for (const job of await claimDue(50)) if (job.clockId === clock.id) await runJob(job);
    expect((await stripe.customers.retrieveTaxId(id, made.id)).verification?.status).not.toBe("pending");
  });

  test.each([
    ["back", -1],
    ["nowhere", 0],
    ["further than two years", 2 * 366 * 24 * 3600],
  ])("%s is refused", async (_where, by) => {
    const { id } = await aClock();
    await expect(stripe.testHelpers.testClocks.advance(id, { frozen_time: june + by })).rejects.toMatchObject(
      { statusCode: 400, param: "frozen_time" },
    );
  });

  test("that two processes believe to be theirs arrives once", async () => {
    const clock = await aClock();
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: june + seconds(day) });
    const { run } = handlerOf("test_clocks.advance");
    await Promise.all([1, 2].map(() => run(world.viewer, { clockId: clock.id })));
    expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({
      status: "ready",
      frozen_time: june + seconds(day),
    });
    const told = await stripe.events.list({ type: "test_helpers.test_clock.ready", limit: 100 });
    expect(told.data.filter(({ data }) => (data.object as { id?: string }).id === clock.id)).toHaveLength(1);
  });

  test("that a crash broke off goes on where it stopped", async () => {
    const clock = await aClock();
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    done.length = 0;
    await later(id, "first", june * 1000 + hour);
    await later(id, "second", june * 1000 + 2 * hour);
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: june + 24 * 3600 });
    // The first was done by a process that then went away.
    await runDueJobs(world.environment, june * 1000 + hour, undefined, { id: clock.id, now: june * 1000 });
    await passTime();
    expect(done.map(({ what }) => what)).toEqual(["first", "second"]);
    expect((await stripe.testHelpers.testClocks.retrieve(clock.id)).status).toBe("ready");
  });

  test("that fails again and again is given up: the clock can only be deleted, with its customers", async () => {
    const clock = await aClock();
    const { id } = await stripe.customers.create({ test_clock: clock.id });
    const broken = vi
      .spyOn(handlerOf("test_clocks.advance"), "run")
      .mockRejectedValue(new Error("full disk"));
    const frozen_time = june + 24 * 3600;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
    await runDueJobs(world.environment, Date.now() + day);
    broken.mockRestore();
    expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({
      status: "internal_failure",
      frozen_time: june,
      status_details: {},
    });
    for (const change of [
      stripe.testHelpers.testClocks.advance(clock.id, { frozen_time }),
      stripe.customers.update(id, { name: "Ada" }),
    ]) {
      await expect(change).rejects.toMatchObject({
        message: expect.stringMatching(/failed to advance/),
        code: undefined,
      });
    }
    await stripe.testHelpers.testClocks.del(clock.id);
    expect(await stripe.customers.retrieve(id)).toMatchObject({ deleted: true });
    expect((await eventsOf(stripe, clock.id)).sort()).toEqual([
      "test_helpers.test_clock.advancing",
      "test_helpers.test_clock.created",
      "test_helpers.test_clock.deleted",
      "test_helpers.test_clock.internal_failure",
    ]);
  });
});

test("a clock goes by itself after thirty days of the environment's time", async () => {
  const own = await anApiWorld();
  const clock = await own.stripe.testHelpers.testClocks.create({ frozen_time: june });
  await runDueJobs(own.environment, Date.now() + 31 * day);
  await expect(own.stripe.testHelpers.testClocks.retrieve(clock.id)).rejects.toMatchObject({
    statusCode: 404,
  });
});
