import { expect, test } from "vitest";
import { resources } from "#lib/api/registry";
import {
  newKeyForm,
  offeredPermissions,
} from "../../app/[environment]/settings/keys/new/[kind]/new-key-form.ts";

test("a restricted key can be given all that the API's endpoints ask for, each explained in words", () => {
  const asked = resources.flatMap(({ endpoints }) => endpoints.map(({ permission }) => permission));
  expect(offeredPermissions).toEqual([...new Set(asked)].sort());
});

test.each([
  ["one", "payments:read", true],
  ["several", ["payments:read", "events:read"], true],
  ["none", undefined, false],
  ["one that is not offered", "ownership:transfer", false],
])("a restricted key with %s", (_what, permissions, accepted) => {
  const form = newKeyForm.safeParse({ kind: "restricted", name: "Shop", permissions });
  expect(form.success).toBe(accepted);
});
