import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const document = readFileSync("docs/asvs.md", "utf8");
/** Rows of the tables: what is asked, how it is met, and the tests that show it. */
const rows = document
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  )
  .filter((cells) => !cells.every((cell) => /^-*$/.test(cell)) && cells.at(-1) !== "tested in");

/** Of each section of the chapters in version 5.0.0: how many of its requirements, its first ones, are of level 1 or 2. */
const sections: Record<string, number> = {
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2 },
  ...{ "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
};
const required = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_each, at) => `${section}.${at + 1}`),
);

/** Met by something that is not there. */
const withoutTest = ["6.4.2"];

test("every requirement has a row, or is left out by name with the reason", () => {
  const leftOut: string[] = document.slice(0, document.indexOf("\n## ")).match(/\b\d\.\d\.\d+\b/g) ?? [];
  const met = rows.map(([number = ""]) => number).filter((number) => /^\d/.test(number));
  expect([...met].sort()).toEqual([...new Set(met)].sort());
  expect(required.filter((number) => !met.includes(number) && !leftOut.includes(number))).toEqual([]);
  expect(met.filter((number) => !required.includes(number))).toEqual([]);
});

test.each(rows.map((cells) => [cells[0] ?? "", cells.at(-1) ?? ""]))(
  "%s is tested where it says, by tests of these names",
  (asked, tests) => {
    const named = tests.split("<br>").filter((one) => one !== "");
    if (!withoutTest.includes(asked)) expect(named).not.toEqual([]);
    for (const one of named) {
      const [, path = ""] = /^`([^`]+)`: “/.exec(one) ?? [];
      const file = [`tests/${path}.test.ts`, `tests/${path}.spec.ts`].find((candidate) =>
        existsSync(candidate),
      );
      expect(file, one).toBeDefined();
      const names = [...one.matchAll(/“([^”]+)”/g)].map(([, name]) => name);
      expect(names).not.toEqual([]);
      const text = readFileSync(file ?? "", "utf8");
      expect(
        names.filter((name) => !text.includes(`"${name}"`)),
        path,
      ).toEqual([]);
    }
  },
);
