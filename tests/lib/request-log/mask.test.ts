import { describe, expect, test } from "vitest";
import { maskedJson, maskSecrets } from "#lib/request-log/mask";

describe("card numbers", () => {
  test.each([
    ["4242424242424242", "[redacted]"],
    ["4242424242424242 12/34", "[redacted] 12/34"],
    ["4242 4242 4242 4242 123", "[redacted] 123"],
    ["order 12 4242424242424242", "order 12 [redacted]"],
    ["1234 4242 4242 4242 4242", "1234 [redacted]"],
    ["4242-4242-4242-4242 378282246310005 7", "[redacted] [redacted] 7"],
    ["4242 4242 4242 4242 4000 0566 5566 5556", "[redacted] [redacted]"],
  ])("of %s nothing is left of one", (text, kept) => {
    expect(maskSecrets(text)).toBe(kept);
  });

  test.each(["1234567890123456", "+44 20 7946 0958 12 34", "42424242424242424242424242424242"])(
    "%s holds none",
    (text) => {
      expect(maskSecrets(text)).toBe(text);
    },
  );
});

test("nobody is held up by a text of nothing but single figures, as long as a body may be", () => {
  const figures = "1 ".repeat(2_000_000);
  expect(maskSecrets(figures)).toBe(figures);
  expect(maskSecrets(`${figures}4242 4242 4242 4242`)).not.toContain("4242");
});

test("what is secret by its name is so in a list too, and nothing given stays nothing", () => {
  const sent = { card: { cvc: ["737"], number: { 0: "12" }, exp_month: "12" }, client_secret: null };
  const kept = { card: { cvc: "[redacted]", number: "[redacted]", exp_month: "12" }, client_secret: null };
  expect(JSON.parse(maskedJson(sent))).toEqual(kept);
});
