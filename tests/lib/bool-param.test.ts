import { expect, test } from "vitest";
import { bool } from "#lib/api/params";

test("true and false may be written with a capital, as the Python client does", () => {
  expect(["true", "True", "false", "False"].map((text) => bool().parse(text))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(() => bool().parse("yes")).toThrow("Invalid boolean: yes");
});
