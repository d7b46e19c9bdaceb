import { z } from "zod";
import { beforeAll, expect, test } from "vitest";
import { clearPreference, readPreference, setPreference } from "#lib/people/preferences";
import { aWorld, type World } from "../../support/world";

const tiles = {
  name: "test.tiles",
  schema: z.array(z.enum(["volume", "payments"])),
  fallback: ["volume" as const],
};

let world: World;

beforeAll(async () => {
  world = await aWorld();
});

test("a person's preference is kept, changed and forgotten", async () => {
  const { viewer } = world;
  expect(await readPreference(viewer, tiles)).toEqual(["volume"]);
  await setPreference(viewer, tiles, ["payments"]);
  await setPreference(viewer, tiles, ["payments", "volume"]);
  expect(await readPreference(viewer, tiles)).toEqual(["payments", "volume"]);
  await clearPreference(viewer, tiles);
  expect(await readPreference(viewer, tiles)).toEqual(["volume"]);
});

test("it is that person's alone, and that account's", async () => {
  const { viewer } = world;
  await setPreference(viewer, tiles, ["payments"]);
  const colleague = { ...viewer, actor: { type: "person" as const, id: "per_other", name: "Basile" } };
  expect(await readPreference(colleague, tiles)).toEqual(["volume"]);
  expect(await readPreference((await aWorld()).viewer, tiles)).toEqual(["volume"]);
});

test("what is no longer understood does not count", async () => {
  const { viewer } = world;
  await setPreference(viewer, { ...tiles, schema: z.array(z.string()) }, ["a tile of the past"]);
  expect(await readPreference(viewer, tiles)).toEqual(["volume"]);
});

test("what is not understood is not kept", () => {
  expect(() => setPreference(world.viewer, { ...tiles, schema: z.never() }, [] as never)).toThrow();
});

test("a key prefers nothing", async () => {
  const key = { ...world.viewer, actor: { type: "key" as const, id: "ak_1", name: "Shop" } };
  expect(await readPreference(key, tiles)).toEqual(["volume"]);
  expect(() => setPreference(key, tiles, ["payments"])).toThrow("sign in");
});
