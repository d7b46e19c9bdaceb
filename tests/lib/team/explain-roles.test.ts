import { expect, test } from "vitest";
import { permissionGroups } from "#lib/auth/permission-groups";
import { allPermissions } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import { explainStandings, standings, standingsOf } from "#lib/team/explain-roles";

test("every permission stands in one group, so that the screen leaves none out", () => {
  expect(Object.values(permissionGroups).flat().sort()).toEqual([...allPermissions].sort());
});

test.each(["live", "test"] as const)("the matrix says of each role what the map decides (%s)", (kind) => {
  const rows = explainStandings(standings, kind).flatMap(({ permissions }) => permissions);
  for (const standing of standings) {
    const membership = { roles: [standing], owner: standing === "owner" };
    const shown = rows.filter(({ by }) => by.includes(standing)).map(({ permission }) => permission);
    expect(new Set(shown)).toEqual(permissionsOf(membership, kind));
  }
});

test("what a member may do is told with every role that allows it", () => {
  const membership = { roles: ["refund_analyst", "view_only"], owner: false };
  const rows = explainStandings(standingsOf(membership), "live").flatMap(({ permissions }) => permissions);
  const by = (permission: string) => rows.find((row) => row.permission === permission)?.by;
  expect(by("payments:read")).toEqual(["refund_analyst", "view_only"]);
  expect(by("refunds:write")).toEqual(["refund_analyst"]);
  expect(by("keys:write")).toEqual([]);
});
