import { expect, test } from "vitest";
import { resources } from "#lib/api/registry";
import {
  editKeyForm,
  newKeyForm,
  offeredKinds,
  rollKeyForm,
} from "../../app/[environment]/settings/keys/key-forms.ts";

const restricted = { kind: "restricted", name: "Shop", lifetime: "0", addresses: "" };

test("a restricted key can be given each kind of object the API has, to read or to write", () => {
  const objects = resources.filter(({ endpoints }) => endpoints.length > 0).map(({ object }) => object);
  expect(offeredKinds.map(({ object }) => object)).toEqual(objects.sort());
});

test("what is chosen for each kind becomes its scopes", () => {
  const form = newKeyForm.parse({
    ...restricted,
    scope_charge: "read",
    scope_event: "none",
    scope_customer: "write",
  });
  expect(form).toMatchObject({ permissions: ["rak_charge_read", "rak_customer_write"], lifetime: null });
});

test.each([
  ["nothing chosen", { scope_charge: "none" }],
  ["a kind there is not", { scope_secret: "write" }],
  ["a level there is not", { scope_charge: "own" }],
  ["a lifetime that is not offered", { scope_charge: "read", lifetime: "3" }],
])("%s makes no key", (_what, fields) => {
  expect(newKeyForm.safeParse({ ...restricted, ...fields }).success).toBe(false);
});

test("addresses stand one a line, or between blanks and commas", () => {
  const form = editKeyForm.parse({ id: "mk_1", name: "Shop", addresses: "10.0.0.0/8\n ::1, 203.0.113.7" });
  expect(form.addresses).toEqual(["10.0.0.0/8", "::1", "203.0.113.7"]);
});

test("an old key goes on for a week at most", () => {
  expect(rollKeyForm.safeParse({ id: "mk_1", overlapHours: "169" }).success).toBe(false);
});
