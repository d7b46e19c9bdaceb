import { beforeAll, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { dropAllTerms, dropTerms, type Expression, joinParts, positionsOf, putTerms } from "#db/search-index";
import { globalReader, globalTransaction, reader } from "#db/transaction";
import { createCustomer } from "#lib/customers/create-customer";
import { customerKind } from "#lib/search/documents/customer";
import { find } from "#lib/search/find";
import { followChanges } from "#lib/search/index/follow-changes";
import { withMilestones } from "#lib/search/index/milestones";
import { wordsExpression } from "#lib/search/index/terms";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const documents: Record<number, string[]> = {
  10: ["______1p", "______1p.a=1", "jenny", "rosen"],
  20: ["______1p", "______1p.a=2", "jennifer"],
  30: ["______1p", "______1p.a=1", "12"],
  40: ["______2p", "______2p.a=1", "jenny"],
};

test.each([
  [{ all: true }, [30, 20, 10]],
  [{ term: "______1p.a=1" }, [30, 10]],
  [{ term: "jenn" }, []],
  [{ prefix: "jenn" }, [20, 10]],
  [{ prefix: "j" }, [20, 10]],
  [{ not: { prefix: "jenn" } }, [30]],
  [{ and: [{ term: "______1p.a=1" }, { not: { term: "rosen" } }] }, [30]],
  [{ and: [{ not: { term: "rosen" } }, { not: { term: "12" } }] }, [20]],
  [{ or: [{ term: "12" }, { and: [{ term: "jenny" }, { term: "rosen" }] }] }, [30, 10]],
  [{ or: [{ not: { term: "12" } }, { term: "12" }] }, [30, 20, 10]],
  [{ and: [{ and: [{ prefix: "jenn" }] }] }, [20, 10]],
  [{ and: [{ and: [{ prefix: "jenn" }] }, { term: "______1p.a=1" }] }, [10]],
  [{ and: [{ and: [{ prefix: "jenn" }] }, { not: { term: "rosen" } }] }, [20]],
  [{ and: [{ or: [{ term: "12" }, { term: "jennifer" }] }, { all: true }] }, [30, 20]],
] satisfies [Expression, number[]][])(
  "the index answers %j, newest first, and stops at milestones",
  async (expression, expected) => {
    const put = async (position: number, terms: readonly string[]) =>
      putTerms({ prepared: (await globalReader()).prepared }, position, terms);
    await globalTransaction(async (db) => {
      await dropAllTerms(db);
      for (const [position, terms] of Object.entries(documents)) await put(Number(position), terms);
    });
    const { db } = await globalReader();
    const asked = (from: number, until: number, limit: number) =>
      positionsOf(db, "______1p", expression, { from, until }, limit);
    expect(await asked(0, 100, 10)).toEqual(expected);
    expect(await asked(0, 100, 1)).toEqual(expected.slice(0, 1));
    expect(await asked(20, 30, 10)).toEqual(expected.filter((position) => position === 20));
    await globalTransaction(() => put(50, ["______1p", "______1p~"]));
    const stopping = withMilestones(expression, "______1p~");
    expect(await positionsOf(db, "______1p", stopping, { from: 0, until: 100 }, 10)).toEqual([
      50,
      ...expected,
    ]);
  },
);

test("a document can be taken out and put in again", async () => {
  await globalTransaction(async (db) => {
    await dropAllTerms(db);
    const { prepared } = await globalReader();
    await putTerms({ prepared }, 10, ["______1p", "old"]);
    await dropTerms({ prepared }, 10);
    await putTerms({ prepared }, 10, ["______1p", "new"]);
  });
  const { db } = await globalReader();
  const span = { from: 0, until: 100 };
  expect(await positionsOf(db, "______1p", { term: "old" }, span, 10)).toEqual([]);
  expect(await positionsOf(db, "______1p", { term: "new" }, span, 10)).toEqual([10]);
});

test("what was written in many parts is joined a few pages at a time, and answers the same", async () => {
  await globalTransaction((db) => dropAllTerms(db));
  const put = async (position: number) =>
    putTerms({ prepared: (await globalReader()).prepared }, position, [
      "______1p",
      position % 2 === 0 ? "even" : "odd",
    ]);
  for (let position = 1; position <= 9; position++) await globalTransaction(() => put(position));
  await globalTransaction(async () => dropTerms({ prepared: (await globalReader()).prepared }, 4));
  let steps = 1;
  while (await globalTransaction((tx) => joinParts(tx, 1, steps === 1 ? "first" : "next"))) steps++;
  expect(steps).toBeLessThan(50);
  // The parts of Postgres are none of ours.
  expect(steps > 1).toBe(dialect !== "postgres");
  expect(await globalTransaction((tx) => joinParts(tx, 1, "first"))).toBe(false);
  const { db } = await globalReader();
  const asked = (term: string) => positionsOf(db, "______1p", { term }, { from: 0, until: 100 }, 10);
  expect(await asked("even")).toEqual([8, 6, 2]);
  expect(await asked("odd")).toEqual([9, 7, 5, 3, 1]);
});

test("what is written is found in any script, in the order of its creation, whenever it was made", async () => {
  const { viewer } = world;
  const past = { ...viewer, now: () => viewer.now() - 1e9 };
  const first = await createCustomer(viewer, { name: "東京 Électronique" });
  const second = await createCustomer(past, { name: "Électronique du Passé" });
  await followChanges();
  const found = async (words: string[]) => {
    const wanted = {
      terms: {
        and: wordsExpression(
          { environmentId: viewer.environmentId, code: customerKind.code },
          "texts",
          words,
          "begun",
        ),
      },
      fits: () => true,
    };
    const { found } = await find(await reader(viewer), customerKind, wanted, { limit: 5 });
    return found.map(({ row }) => row.id);
  };
  expect(await found(["electronique"])).toEqual([first.id, second.id]);
  expect(await found(["東"])).toEqual([first.id]);
  expect(await found(["electr", "passe"])).toEqual([]);
  expect(await found(["du", "passe"])).toEqual([second.id]);
});
