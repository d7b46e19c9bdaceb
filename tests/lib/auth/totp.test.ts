import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpAddress, totpAt } from "#lib/auth/totp";

/** The ASCII text "12345678901234567890" of RFC 6238, appendix B, in base 32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at second %i the app shows %s, as RFC 6238 says", (second, code) => {
  expect(totpAt(secret, second * 1000)).toBe(code);
});

test("a code counts in its half minute and the ones beside it, and not again", () => {
  const at = 1_800_000_000_000;
  for (const offset of [-30_000, 0, 30_000]) {
    expect(stepOfCode(secret, totpAt(secret, at + offset), at, null)).not.toBeNull();
  }
  for (const offset of [-60_000, 60_000]) {
    expect(stepOfCode(secret, totpAt(secret, at + offset), at, null)).toBeNull();
  }
  const step = stepOfCode(secret, totpAt(secret, at), at, null);
  expect(stepOfCode(secret, totpAt(secret, at), at, step)).toBeNull();
  expect(stepOfCode(secret, totpAt(secret, at - 30_000), at, step)).toBeNull();
});

test("secrets have 160 bits, differ, and stand in an address that apps read", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  expect(totpAddress(secret, "a&b@c.fr")).toBe(
    `otpauth://totp/Comptoir%3Aa%26b%40c.fr?secret=${secret}&issuer=Comptoir`,
  );
});
