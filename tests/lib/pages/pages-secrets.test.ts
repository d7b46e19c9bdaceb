import { describe, expect, test } from "vitest";
import { newKeyText, shownKey } from "#lib/keys/key-text";
import { hashPassword } from "#lib/people/password";
import { testCards } from "#lib/processors/simulator/test-cards";
import { secretsIn } from "#tests/support/pages-secrets";

const page = (text: string) => `<main><td class="x">${text}</td><input value="${text}"></main>`;
const key = newKeyText("secret", "test");

describe("a walk finds on a page", () => {
  test.each([
    ["a secret key", key],
    ["a secret key", newKeyText("secret", "live")],
    ["a secret key", `${key.slice(0, 20)}<wbr/>${key.slice(20)}`],
    ["a restricted key", newKeyText("restricted", "test")],
    ["a webhook secret", "whsec_0123456789abcdefghijKLMNOPQRST"],
    ["the number of a card", "5555555555554444"],
    ["the number of a card", "4000-0000-0000-0341"],
    ["the number of a card", "3782 822463 10005"],
    ["the number of a card", "4242424242424242"],
  ])("%s: %s", (what, secret) => {
    const found = secretsIn(page(secret));
    expect(found).toEqual([expect.stringMatching(`^shows ${what}: `)]);
    expect(found.join()).not.toContain(secret);
  });

  test("the hash of a password", async () => {
    const hash = await hashPassword("correct horse battery staple 26");
    expect(secretsIn(page(hash))).toEqual([expect.stringMatching("^shows the hash of a password: ")]);
  });

  test("every card that the simulator knows", () => {
    const missed = testCards.filter(({ number }) => secretsIn(page(number)).length !== 1);
    expect(missed).toEqual([]);
  });

  test("what its scripts are handed, quoted", () => {
    expect(secretsIn(`<script>self.f.push("{\\"secret\\":\\"${key}\\"}")</script>`)).toHaveLength(1);
  });
});

test.each([
  shownKey(key, "secret"),
  newKeyText("publishable", "test"),
  "sk_test_…",
  "sk_test_********************2026",
  "whsec_[redacted]",
  "Visa ending 4242",
  "for example 4242 4242 4242 4242",
  "4242424242424241",
  "1732650000000",
  "M0.4242424242424242 4",
  "pi_4242424242424242",
  "$argon2id is how passwords are kept",
])("and does not mind %s", (text) => {
  expect(secretsIn(page(text))).toEqual([]);
});
