import fc from "fast-check";
import { expect, test } from "vitest";
import type { Key } from "#lib/lists/key";
import { pageOfAll } from "#lib/lists/page-of-all";
import type { Listed, Page } from "#lib/lists/read-page";

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, createdAt: 7 }));

test("page by page, every row is seen once, and going back leads the same way", () => {
  const sizes = fc.record({ count: fc.integer({ min: 0, max: 30 }), size: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(sizes, ({ count, size }) => {
      const rows = rowsOf(count);
      const seen: Listed[] = [];
      let [from, back]: [Key | null, Key | null] = [null, null];
      do {
        const page: Page<Listed> = pageOfAll(rows, { direction: "older", from, size });
        seen.push(...page.rows);
        [from, back] = [page.older, page.newer];
      } while (from);
      expect(seen).toEqual(rows);
      const before = back && pageOfAll(rows, { direction: "newer", from: back, size });
      const last = Math.max(0, Math.ceil(count / size) - 1) * size;
      expect(before?.rows ?? []).toEqual(rows.slice(Math.max(0, last - size), last));
    }),
  );
});

test("a page goes on where it was, though the row it ended with has gone", () => {
  const rows = rowsOf(6);
  const { older } = pageOfAll(rows, { direction: "older", from: null, size: 2 });
  const without = rows.filter(({ id }) => id !== older?.id);
  expect(pageOfAll(without, { direction: "older", from: older, size: 2 }).rows).toEqual(rows.slice(2, 4));
  expect(pageOfAll(without, { direction: "newer", from: older, size: 2 }).rows).toEqual(without.slice(0, 2));
});
