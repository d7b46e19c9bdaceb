import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { personPreferences } from "#db/schema/index";
import type { Conceal } from "#db/engine/concealing";
import { reader } from "#db/transaction";
import { newLinkToken } from "#lib/auth/link-token";
import { setPreference } from "#lib/people/preferences";
import {
  forgetSearches,
  forgetSecretSearches,
  noteSearch,
  recentSearches,
} from "#lib/search/recent-searches";
import { aWorld } from "#tests/support/world";

test("searches are kept the latest first, each once, a few of them, and forgotten one by one or all", async () => {
  const { viewer } = await aWorld();
  for (const nothing of ["  ", "%", "\u0000", "status:nothing"]) await noteSearch(viewer, nothing);
  expect(await recentSearches(viewer)).toEqual([]);
  for (const text of ["lavande", "status:failed", ' name:"Jenny   Rosen" ', "Lavande"])
    await noteSearch(viewer, text);
  expect(await recentSearches(viewer)).toEqual(["Lavande", 'name:"Jenny Rosen"', "status:failed"]);
  await forgetSearches(viewer, "status:failed");
  expect(await recentSearches(viewer)).toEqual(["Lavande", 'name:"Jenny Rosen"']);
  for (let at = 0; at < 10; at++) await noteSearch(viewer, `amount:${at}`);
  expect(await recentSearches(viewer)).toHaveLength(8);
  await forgetSearches(viewer);
  expect(await recentSearches(viewer)).toEqual([]);
});

test("nobody else sees them, nor does another account", async () => {
  const [here, elsewhere] = [await aWorld(), await aWorld()];
  await noteSearch(here.viewer, "lavande");
  const colleague = { ...here.viewer, actor: { ...here.viewer.actor, id: "per_other" } };
  expect(await recentSearches(colleague)).toEqual([]);
  expect(await recentSearches({ ...elsewhere.viewer, actor: here.viewer.actor })).toEqual([]);
});

test.each([
  "4242 4242 4242 4242",
  "last4 4242-4242-4242-4242 visa",
  "4242.4242.4242.4242",
  "4242/4242/4242/4242",
  "4242\u00A04242\u00A04242\u00A04242",
  "https://pay.example/account/email?token=abc",
  `pay.example/account/email/${newLinkToken()}`,
  "sk_test_abcdefgh12345678",
  "rk_live_abcdefgh12345678",
  "whsec_abcdefgh12345678",
  "pi_3abcdefgh_secret_abcdefgh12345678",
  "FR14 2004 1010 0505 0001 3M02 606",
  "DE89370400440532013000",
])("%s is never kept", async (text) => {
  const { viewer } = await aWorld();
  await noteSearch(viewer, text);
  expect(await recentSearches(viewer)).toEqual([]);
});

const seeingAll: Conceal = (rows) => Promise.resolve(rows.map((row) => row.map(({ value }) => value)));

test("who is to be discreet keeps what tells of nobody, also of what they searched for before", async () => {
  const { viewer } = await aWorld();
  const telling = ["jenny", "email:jenny", "last4:4242", "postal:75011", "order_id:7", "status:failed jenny"];
  const silent = ["status:failed amount:>100", "-date:yesterday brand:visa", "pi_3QabcdefghJKLMNO"];
  for (const text of [...telling, ...silent]) await noteSearch(viewer, text);
  const discreet = { ...viewer, conceal: seeingAll };
  expect(await recentSearches(discreet)).toEqual([...silent].reverse());
  await noteSearch(discreet, "email:rosen");
  expect(await recentSearches(discreet)).toEqual([...silent].reverse());
});

test("secrets that an earlier version kept are forgotten when the database is brought up to date", async () => {
  const { viewer } = await aWorld();
  const before = ["lavande", "4242 4242 4242 4242", "https://pay.example/account/email?token=abc"];
  await setPreference(viewer, { name: "searches", schema: z.array(z.string()), fallback: [] }, before);
  await forgetSecretSearches();
  const { db } = await reader(viewer);
  const { accountId } = viewer.environment;
  const rows = await db.select().from(personPreferences).where(eq(personPreferences.accountId, accountId));
  expect(rows).toMatchObject([{ name: "searches", value: ["lavande"] }]);
});
