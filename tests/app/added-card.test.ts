import { expect, test } from "vitest";
import { cardForm } from "../../app/[environment]/customers/method-forms";

const typed = {
  customer: "cus_1",
  use: "by_default",
  cardNumber: "4242 4242 4242 4242",
  cardCvc: "123",
  holder: "",
  postalCode: "",
};

test.each(["12/34", "12 / 2034", "1234", "12-34"])("a customer's card runs out on %s", (cardExpiry) => {
  expect(cardForm.parse({ ...typed, cardExpiry })).toMatchObject({
    method: { card: { number: "4242424242424242", cvc: "123", expMonth: 12, expYear: 2034 } },
  });
});

test.each(["", "13/34", "0/34", "soon"])("what says no month is refused: %j", (cardExpiry) => {
  const { error } = cardForm.safeParse({ ...typed, cardExpiry });
  expect(error?.issues.map(({ path, message }) => [...path, message])).toEqual([
    ["cardExpiry", "card_expiry_invalid"],
  ]);
});
