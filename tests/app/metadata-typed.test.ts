import { expect, test } from "vitest";
import { metadataTyped } from "../../app/_metadata/metadata-typed";

const sent = (rows: [string, string][], shown: Record<string, string>) => ({
  id: "pi_1",
  shown: JSON.stringify(shown),
  ...Object.fromEntries(
    rows.flatMap(([name, value], row) => [
      [`name-${row}`, name],
      [`value-${row}`, value],
    ]),
  ),
});

test("only what somebody changed on the form is changed", () => {
  const rows: [string, string][] = [
    ["shelf", "B7"],
    ["order", "ML-2"],
    ["gift", "yes"],
    ["", ""],
  ];
  const { changes } = metadataTyped.parse(sent(rows, { shelf: "B7", order: "ML-1", colour: "blue" }));
  expect(changes).toEqual({ order: "ML-2", gift: "yes", colour: null });
});

test("a form without what it showed is refused", () => {
  expect(metadataTyped.safeParse({ id: "pi_1", shown: "no list" }).success).toBe(false);
});
