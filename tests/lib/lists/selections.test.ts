import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { findSelected } from "#lib/lists/selections/find-selected";
import { pruneSelections } from "#lib/lists/selections/prune-selections";
import { selectRows } from "#lib/lists/selections/select-rows";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const nothing = { list: "payments", ids: [], seen: [], earlier: null, matching: null };

describe("a selection", () => {
  test("grows from page to page, and loses what is unchecked on a page seen again", async () => {
    const { viewer } = world;
    const first = await selectRows(viewer, {
      ...nothing,
      ids: ["pi_1", "pi_2"],
      seen: ["pi_1", "pi_2", "pi_3"],
    });
    const second = await selectRows(viewer, { ...nothing, ids: ["pi_9"], seen: ["pi_9"], earlier: first.id });
    expect(second.ids).toEqual(["pi_1", "pi_2", "pi_9"]);
    const third = await selectRows(viewer, {
      ...nothing,
      ids: ["pi_3"],
      seen: ["pi_1", "pi_2", "pi_3"],
      earlier: second.id,
    });
    expect((await findSelected(viewer, third.id)).ids).toEqual(["pi_9", "pi_3"]);
  });

  test("is all that matches, in the list's own words", async () => {
    const matching = "sort=oldest&status=failed&nonsense=1&view=view_1";
    const all = await selectRows(world.viewer, { ...nothing, ids: ["pi_1"], matching });
    expect(all).toMatchObject({ ids: null, words: "status=failed&sort=oldest" });
  });

  test("is of somebody, of at least one row and of no more than can be chosen one by one", async () => {
    const { viewer, viewerWith } = world;
    await expect(selectRows(viewer, nothing)).rejects.toMatchObject({ facts: { code: "selection_empty" } });
    const ids = Array.from({ length: 10_001 }, (_, n) => `pi_${n}`);
    await expect(selectRows(viewer, { ...nothing, ids })).rejects.toMatchObject({
      facts: { code: "selection_too_large" },
    });
    expect(() => selectRows(viewerWith(["iam_admin"]), { ...nothing, ids: ["pi_1"] })).toThrow(
      /payments:read/,
    );
    const key = { ...viewer, actor: { type: "key" as const, id: "ak_1", name: "Shop" } };
    expect(() => selectRows(key, { ...nothing, ids: ["pi_1"] })).toThrow(/Sign in/);
  });

  test("is nobody else's, and forgotten after a week", async () => {
    const old = await selectRows(later(world.viewer, -8 * day), { ...nothing, ids: ["pi_1"] });
    const colleague = { ...world.viewer, actor: { type: "person" as const, id: "per_2", name: "Basile" } };
    await expect(findSelected(colleague, old.id)).rejects.toMatchObject({ facts: { status: 404 } });
    const stranger = await aWorld();
    await expect(findSelected(stranger.viewer, old.id)).rejects.toMatchObject({ facts: { status: 404 } });
    const young = await selectRows(world.viewer, { ...nothing, ids: ["pi_1"] });
    await pruneSelections();
    await expect(findSelected(world.viewer, old.id)).rejects.toMatchObject({ facts: { status: 404 } });
    expect((await findSelected(world.viewer, young.id)).ids).toEqual(["pi_1"]);
  });
});
