import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { chooseColumns, chosenColumns } from "#lib/lists/columns";
import { changeView } from "#lib/lists/views/change-view";
import { deleteView } from "#lib/lists/views/delete-view";
import { saveView } from "#lib/lists/views/save-view";
import { mayChangeView, viewsOf } from "#lib/lists/views/view";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const view = {
  list: "payments",
  name: "Failed",
  words: "status=failed&nonsense=1&sort=oldest",
  shared: false,
};
const as = (viewer: Viewer, id: string): Viewer => ({ ...viewer, actor: { type: "person", id, name: id } });
const names = async (viewer: Viewer) => (await viewsOf(viewer, "payments")).map(({ name }) => name);

describe("a saved view", () => {
  test("keeps what was asked of the list in the list's own words, for its owner alone", async () => {
    const { viewer } = await aWorld();
    const saved = await saveView(viewer, view);
    expect(saved.words).toBe("status=failed&sort=oldest");
    expect(await names(viewer)).toEqual(["Failed"]);
    expect(await names(as(viewer, "per_other"))).toEqual([]);
    await expect(changeView(as(viewer, "per_other"), saved.id, { name: "Mine" })).rejects.toMatchObject({
      facts: { status: 404 },
    });
  });

  test("is renamed, given other filters, shared, taken back and deleted", async () => {
    const { viewer } = await aWorld();
    const { id } = await saveView(viewer, view);
    await changeView(viewer, id, { name: "Blocked", words: "status=blocked", shared: true });
    expect(await viewsOf(as(viewer, "per_other"), "payments")).toMatchObject([
      { name: "Blocked", words: "status=blocked", shared: true },
    ]);
    await changeView(viewer, id, { shared: false });
    expect(await names(as(viewer, "per_other"))).toEqual([]);
    await deleteView(viewer, id);
    expect(await names(viewer)).toEqual([]);
  });

  test("is shared, and of others changed, by who may share alone", async () => {
    const { viewer, viewerWith } = await aWorld();
    const analyst = as(viewerWith(["view_only"]), "per_viewer");
    expect(() => saveView(analyst, { ...view, shared: true })).toThrow(/views:share/);
    const shared = await saveView(viewer, { ...view, shared: true });
    const [seen] = await viewsOf(analyst, "payments");
    expect(seen && mayChangeView(analyst, seen)).toBe(false);
    await expect(deleteView(analyst, shared.id)).rejects.toThrow(/views:share/);
    const own = await saveView(analyst, view);
    await expect(changeView(analyst, own.id, { shared: true })).rejects.toThrow(/views:share/);
    const colleague = as(viewer, "per_colleague");
    await deleteView(colleague, shared.id);
    expect(await names(viewer)).toEqual([]);
  });

  test("is of a list that one may see, in one environment, and of people", async () => {
    const stranger = await aWorld();
    const { id } = await saveView(world.viewer, { ...view, shared: true });
    await expect(deleteView(stranger.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
    expect(() => saveView(world.viewerWith(["iam_admin"]), view)).toThrow(/payments:read/);
    const key = { ...world.viewer, actor: { type: "key" as const, id: "ak_1", name: "Shop" } };
    expect(() => saveView(key, view)).toThrow(/Sign in/);
    expect(() => saveView(world.viewer, { ...view, list: "secrets" })).toThrow(/No such list/);
  });
});

describe("the columns of a list", () => {
  test("are each person's own, until the usual ones are wanted again", async () => {
    const { viewer } = await aWorld();
    expect(await chosenColumns(viewer, "payments")).toBeNull();
    await chooseColumns(viewer, { list: "payments", columns: ["status", "amount"] });
    expect(await chosenColumns(viewer, "payments")).toEqual(["status", "amount"]);
    expect(await chosenColumns(as(viewer, "per_other"), "payments")).toBeNull();
    expect(await chosenColumns(viewer, "refunds")).toBeNull();
    await chooseColumns(viewer, { list: "payments", columns: null });
    expect(await chosenColumns(viewer, "payments")).toBeNull();
  });

  test("are chosen by who may see the list", () => {
    const asked = { list: "payments", columns: ["amount"] };
    expect(() => chooseColumns(world.viewerWith(["iam_admin"]), asked)).toThrow(/payments:read/);
  });
});
