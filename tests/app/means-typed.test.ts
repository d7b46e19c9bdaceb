import { expect, test } from "vitest";
import { z } from "zod";
import { brandOfNumber, grouped } from "../../app/_payments/card-brand";
import { meansShape, meansTyped, requireCard } from "../../app/_payments/means-typed";
import { withoutSecrets } from "../../app/_forms/typed-values";

const form = z.strictObject(meansShape).superRefine(requireCard);
const typed = {
  method: "card",
  card_number: " 4242 4242 4242 4242 ",
  card_expiry: "04 / 29",
  card_cvc: "123",
};
const issues = (values: object) =>
  form.safeParse(values).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`) ?? [];

test.each(["04 / 29", "4/29", "0429", "04-2029", "4 2029", "04.29", " 042029 "])(
  "an expiry is read as it is written on cards: %s",
  (card_expiry) => {
    expect(meansTyped(form.parse({ ...typed, card_expiry }))).toMatchObject({
      card: { expMonth: 4, expYear: 2029, number: "4242 4242 4242 4242", cvc: "123" },
    });
  },
);

test("what is missing of a card is said of its field", () => {
  expect(issues({ method: "card" })).toEqual([
    "card_number: required",
    "card_expiry: required",
    "card_cvc: required",
  ]);
  expect(issues({ ...typed, card_expiry: "soon" })).toEqual(["card_expiry: expiry_invalid"]);
});

test("with a kept method no card is asked for", () => {
  expect(meansTyped(form.parse({ method: "pm_1" }))).toEqual({ methodId: "pm_1" });
});

test("a card is never given back to the browser", () => {
  const values = { amount: ["5"], card_number: ["4242"], card_cvc: ["123"], card_expiry: ["04/29"] };
  expect(withoutSecrets(values)).toEqual({ amount: ["5"] });
});

test.each([
  ["4242", "Visa"],
  ["5555 55", "Mastercard"],
  ["2223", "Mastercard"],
  ["2720", "Mastercard"],
  ["378282", "American Express"],
  ["6011", "Discover"],
  ["3056", "Diners Club"],
  ["3566", "JCB"],
  ["6200", "UnionPay"],
  ["2", null],
  ["", null],
])("%s begins like %s", (number, brand) => {
  expect(brandOfNumber(number)).toBe(brand);
});

test("a number is grouped as it is printed", () => {
  expect(grouped("4242424242424242")).toBe("4242 4242 4242 4242");
  expect(grouped("3782 822463 10005")).toBe("3782 822463 10005");
});
