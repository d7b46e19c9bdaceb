import { beforeAll, expect, test } from "vitest";
import { createCheck } from "#tests/support/wire/check";
import { clientShapes } from "#tests/support/wire/client-shapes";

let check: ReturnType<typeof createCheck>;

beforeAll(async () => {
  check = createCheck(await clientShapes());
});

const coupon = {
  id: "ten",
  object: "coupon",
  amount_off: null,
  created: 1_790_000_000,
  currency: null,
  duration: "once",
  duration_in_months: null,
  livemode: false,
  max_redemptions: null,
  metadata: {},
  name: null,
  percent_off: 10,
  redeem_by: null,
  times_redeemed: 0,
  valid: true,
};
const { valid: _, ...incomplete } = coupon;
const list = (item: object) => ({ object: "list", data: [item], has_more: false, url: "/v1/coupons" });

test("what the official client expects is held to be right, alone, in a list and when deleted", () => {
  expect(check(coupon, "")).toEqual([]);
  expect(check(list(coupon), "")).toEqual([]);
  expect(check({ id: "ten", object: "coupon", deleted: true }, "")).toEqual([]);
});

test.each([
  ["a missing member", incomplete, "coupon.valid: is missing"],
  ["an unknown member", { ...coupon, colour: "red" }, "coupon.colour: is unknown"],
  ["another kind of value", { ...coupon, created: "today" }, 'coupon.created: is no number but "today"'],
  ["a value that has no name", { ...coupon, duration: "a while" }, 'coupon.duration: "a while" is none of'],
  ["another kind of object", { id: "x", object: "cupon" }, "cupon: "],
  ["something wrong inside a list", list(incomplete), "coupon.valid: is missing"],
])("%s is found", (_name, wrong, problem) => {
  expect(check(wrong, "")).toEqual([expect.stringContaining(problem)]);
});

test("an event is held against its type, and its object with it", () => {
  const event = {
    id: "evt_1",
    object: "event",
    api_version: "2026-01-01",
    created: 1_790_000_000,
    livemode: false,
    pending_webhooks: 0,
    request: null,
    type: "coupon.created",
  };
  expect(check({ ...event, data: { object: coupon } }, "")).toEqual([]);
  expect(check({ ...event, data: { object: incomplete } }, "")).toEqual(["coupon.created.valid: is missing"]);
  expect(check({ ...event, type: "coupon.eaten", data: { object: coupon } }, "")).toHaveLength(1);
});
