import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { expect, test } from "vitest";

/** Rows of the tables: what is asked, how it is met, and the tests that show it. */
const rows = readFileSync("docs/authentication.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  )
  .filter((cells) => !cells.every((cell) => /^-*$/.test(cell)) && cells.at(-1) !== "tested in");

/** Met by something that is not there. */
const withoutTest = ["6.4.2"];

test("the table of requirements has its rows", () => expect(rows.length).toBeGreaterThanOrEqual(40));

test.each(rows.map((cells) => [cells[0] ?? "", cells.at(-1) ?? ""]))(
  "%s is tested where it says",
  (asked, tests) => {
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    if (!withoutTest.includes(asked)) expect(named).not.toEqual([]);
    let folder = "";
    for (const name of named) {
      const path = name.includes("/") ? name : `${folder}/${name}`;
      folder = dirname(path);
      const files = [`tests/${path}.test.ts`, `tests/${path}.spec.ts`];
      expect(
        files.some((file) => existsSync(file)),
        path,
      ).toBe(true);
    }
  },
);
