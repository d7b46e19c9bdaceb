import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { databaseFile } from "#db/database";
import { dialect } from "#db/dialect";
import { actionsFor, placesFor } from "#lib/pages/destinations";
import { keysOf, turnKeys } from "#lib/pages/keyboard";
import { noteVisit, pinShortcuts, shortcutsOf } from "#lib/pages/shortcuts";
import { paths } from "#lib/paths";
import { pageRoutes } from "#tests/support/pages-routes";
import { aWorld, type World } from "#tests/support/world";

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

async function names() {
  const { pinned, recent } = await shortcutsOf(world.viewer);
  return { pinned: pinned.map(({ name }) => name), recent: recent.map(({ name }) => name) };
}

test("visited pages enter, the latest first, and the one not visited for longest leaves; what is always at hand does not", async () => {
  const { viewer } = world;
  for (const page of [paths.payouts, paths.home, paths.team, paths.payouts, paths.refunds, paths.coupons]) {
    await noteVisit(viewer, page(viewer));
  }
  await noteVisit(viewer, paths.payout(viewer, "po_1"));
  expect(await names()).toEqual({ pinned: [], recent: ["coupons", "refunds", "payouts", "team"] });
  await noteVisit(viewer, paths.disputes(viewer));
  expect((await names()).recent).toEqual(["disputes", "coupons", "refunds", "payouts"]);
});

test("pages visited at once all enter", async () => {
  const { viewer } = world;
  const pages = [paths.payouts, paths.team, paths.refunds];
  await Promise.all(pages.map((page) => noteVisit(viewer, page(viewer))));
  expect((await names()).recent.toSorted()).toEqual(["payouts", "refunds", "team"]);
});

test.skipIf(dialect === "postgres")(
  "a page is read though nothing can be written, such as its visit",
  async () => {
    const { viewer } = world;
    await noteVisit(viewer, paths.payouts(viewer));
    const file = new Database(databaseFile());
    file.exec(
      `CREATE TRIGGER full_disk BEFORE UPDATE ON person_preferences BEGIN SELECT raise(FAIL, 'full'); END`,
    );
    await noteVisit(viewer, paths.refunds(viewer));
    file.exec("DROP TRIGGER full_disk").close();
    expect((await names()).recent).toEqual(["payouts"]);
  },
);

test("pinned pages stay in their order, and go among the visited ones when they are unpinned", async () => {
  const { viewer } = world;
  await noteVisit(viewer, paths.disputes(viewer));
  await pinShortcuts(viewer, ["payouts", "disputes"]);
  expect(await names()).toEqual({ pinned: ["payouts", "disputes"], recent: [] });
  await pinShortcuts(viewer, ["disputes"]);
  expect(await names()).toEqual({ pinned: ["disputes"], recent: ["payouts"] });
});

test("only what the person may enter is offered", async () => {
  const support = world.viewerWith(["support_specialist"]);
  expect(placesFor(support).map(({ name }) => name)).not.toContain("webhooks");
  expect(actionsFor(world.viewerWith(["view_only"])).map(({ name }) => name)).not.toContain("newPayment");
  await pinShortcuts(support, ["webhooks", "refunds"]);
  expect((await shortcutsOf(support)).pinned.map(({ name }) => name)).toEqual(["refunds"]);
});

test("every page that is about nothing in particular is offered, but those that begin with what was chosen before", () => {
  const below = "/:environment/";
  const pages = pageRoutes.filter((route) => route.startsWith(below) && route.split(":").length === 2);
  const offered = [...placesFor(world.viewer), ...actionsFor(world.viewer)].map(
    ({ href }) => href.split("?")[0]?.split("/").slice(2).join("/") ?? "",
  );
  const missing = pages.map((route) => route.slice(below.length)).filter((page) => !offered.includes(page));
  expect(missing.sort()).toEqual([
    "customers/bulk/delete",
    "desk/work/refunds",
    "forbidden",
    "settings/user/confirm",
    "settings/user/two-step/app",
    "transactions/bulk/metadata",
    "transactions/bulk/receipts",
    "transactions/bulk/refund",
    "transactions/disputes/bulk/accept",
  ]);
});

test("no two pages go by the same keys", () => {
  const keys = placesFor(world.viewer).flatMap(({ keys: pressed }) => pressed ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a person turns the keys off for themselves", async () => {
  const { viewer } = world;
  expect(await keysOf(viewer)).toBe("on");
  await turnKeys(viewer, "off");
  expect(await keysOf(viewer)).toBe("off");
  expect(await keysOf({ ...viewer, actor: { ...viewer.actor, id: "per_other" } })).toBe("on");
});
