import { expect, test } from "vitest";
import { movedColumns } from "../../app/_lists/moved-columns";

test("a column goes a step up or down, and stays at the ends", () => {
  const columns = ["amount", "status", "date"];
  expect(movedColumns(columns, "up:date")).toEqual(["amount", "date", "status"]);
  expect(movedColumns(columns, "down:amount")).toEqual(["status", "amount", "date"]);
  expect(movedColumns(columns, "up:amount")).toEqual(columns);
  expect(movedColumns(columns, "down:date")).toEqual(columns);
  expect(movedColumns(columns, "up:nothing")).toEqual(columns);
  expect(movedColumns(columns, undefined)).toEqual(columns);
});
