import { expect, test } from "vitest";
import { chooseTiles, overviewTiles } from "#lib/home/overview-tiles";
import { aWorld } from "#tests/support/world";

test("a person sees what they chose, in their order, of what their role may see", async () => {
  const { viewer, viewerWith } = await aWorld();
  const support = viewerWith(["support_specialist"]);
  expect(await overviewTiles(support)).not.toContain("net");
  await chooseTiles(support, ["reason", "net", "gross"]);
  expect(await overviewTiles(support)).toEqual(["reason", "gross"]);
  const colleague = { ...viewer, actor: { type: "person" as const, id: "per_other", name: "Basile" } };
  expect((await overviewTiles(colleague))[0]).toBe("gross");
});

test("what a role hides is not lost to who arranges the rest", async () => {
  const { viewer, viewerWith } = await aWorld();
  await chooseTiles(viewer, ["fees", "gross", "net", "payments"]);
  await chooseTiles(viewerWith(["support_specialist"]), ["payments", "gross"]);
  expect(await overviewTiles(viewer)).toEqual(["payments", "gross", "fees", "net"]);
  await chooseTiles(viewer, []);
  expect(await overviewTiles(viewer)).toEqual([]);
});
