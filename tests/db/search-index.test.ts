import { beforeAll, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { dropAllTerms, dropTerms, type Expression, joinParts, positionsOf, putTerms } from "#db/search-index";
import { globalReader, globalTransaction, reader } from "#db/transaction";
import { createCustomer } from "#lib/customers/create-customer";
import { customerKind } from "#lib/search/documents/customer";
import { find } from "#lib/search/find";
import { countFew, few } from "#lib/search/index/count-few";
import { followChanges } from "#lib/search/index/follow-changes";
import { withMilestones } from "#lib/search/index/milestones";
import { wordsExpression } from "#lib/search/index/terms";
import { withoutAbsent } from "#lib/search/index/without-absent";
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

test("alternatives that no document has are not looked for, and where it has none of them nothing is", async () => {
  await globalTransaction(async (db) => {
    await dropAllTerms(db);
    const { prepared } = await globalReader();
    await putTerms({ prepared }, 10, ["______1p", "______1p.major~25", "______1p.major~31"]);
  });
  const { db } = await globalReader();
  const sizes = (from: number) =>
    Array.from({ length: 40 }, (_, at) => ({ term: `______1p.major~${from + at}` }));
  const has = { term: "______1p" };
  expect(await withoutAbsent(db, { or: sizes(3).slice(0, 5) })).toEqual({ or: sizes(3).slice(0, 5) });
  expect(await withoutAbsent(db, has)).toEqual(has);
  if (dialect === "postgres") return;
  const left = await withoutAbsent(db, { and: [has, { or: [...sizes(20), { prefix: "jen" }] }] });
  expect(left).toEqual({ and: [has, { or: [...sizes(20).slice(0, 20), { prefix: "jen" }] }] });
  expect(await withoutAbsent(db, { or: [has, { and: [{ or: sizes(60) }] }] })).toEqual({
    or: [has, { and: [{ or: sizes(60) }] }],
  });
  expect(await withoutAbsent(db, { and: [has, { or: sizes(60) }] })).toBeNull();
});

test("how many fit at most is the fewest of what must all be, and the sum of what may be", async () => {
  await globalTransaction(async (db) => {
    await dropAllTerms(db);
    const { prepared } = await globalReader();
    for (let at = 0; at < 250; at++) {
      await putTerms({ prepared }, at, [
        "______1p",
        ...(at % 100 ? [] : ["rare"]),
        ...(at % 2 ? ["odd"] : []),
      ]);
    }
  });
  const { db } = await globalReader();
  const count = (expression: Expression, until = 1000) => countFew(db, expression, { from: 0, until });
  const many = few + 1;
  const asked: [Expression, number][] = [
    [{ term: "rare" }, 3],
    [{ prefix: "ra" }, 3],
    [{ term: "none" }, 0],
    [{ term: "______1p" }, many],
    [{ and: [{ term: "______1p" }, { term: "odd" }] }, 125],
    [{ or: [{ term: "odd" }, { term: "rare" }] }, 128],
    [{ or: [{ term: "odd" }, { term: "odd" }] }, 250],
    [{ not: { term: "rare" } }, many],
    [{ and: [{ not: { term: "odd" } }, { term: "rare" }] }, 3],
    [{ and: [] }, many],
  ];
  for (const [expression, expected] of asked) {
    const counted = await count(expression);
    if (dialect === "postgres") expect(counted).toBeGreaterThan(few);
    else expect(counted, JSON.stringify(expression)).toBe(expected);
  }
  if (dialect !== "postgres") expect(await count({ term: "______1p" }, 20)).toBe(20);
});

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
