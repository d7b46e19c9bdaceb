import { z } from "zod";
import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { facetNames, type FacetName } from "#lib/figures/overview";
import { type MetricName, metricNames, metricOf } from "#lib/figures/metrics";
import { type Preference, readPreference, setPreference } from "#lib/people/preferences";

/** What the overview of Home can show: figures over time, and what they are made up of. */
export const tileNames = [...metricNames, ...facetNames, "topCustomers"] as const;

export type TileName = MetricName | FacetName | "topCustomers";

/** In the order in which the person wants to see them. */
const chosenTiles: Preference<TileName[]> = {
  name: "home.overview",
  schema: z.array(z.enum(tileNames)).transform((tiles) => [...new Set(tiles)]),
  fallback: [
    "gross",
    "net",
    "payments",
    "customers",
    "successRate",
    "average",
    "refunds",
    "disputes",
    "country",
    "method",
    "reason",
    "topCustomers",
  ],
};

/** The tiles that a person chose, in their order, of those that they may see. */
export async function overviewTiles(viewer: Viewer): Promise<TileName[]> {
  return (await readPreference(viewer, chosenTiles)).filter((tile) => mayShow(viewer, tile));
}

/**
 * Keeps a person's choice of tiles. Those that they may not see here and now stay as they were, at the end: roles differ
 * from one environment of an account to another.
 */
export async function chooseTiles(viewer: Viewer, tiles: readonly TileName[]): Promise<void> {
  const before = await readPreference(viewer, chosenTiles);
  const unseen = before.filter((tile) => !tiles.includes(tile) && !mayShow(viewer, tile));
  await setPreference(viewer, chosenTiles, [...tiles.filter((tile) => mayShow(viewer, tile)), ...unseen]);
}

/** Whether this names a tile that the viewer may see. */
export function isShownTile(viewer: Viewer, name: string): boolean {
  return tileNames.some((tile) => tile === name && mayShow(viewer, tile));
}

export function mayShow(viewer: Viewer, tile: TileName): boolean {
  return permissionsFor(tile).every((permission) => may(viewer, permission));
}

function permissionsFor(tile: TileName): Permission[] {
  if (isMetric(tile)) return [metricOf(tile).needs];
  return tile === "topCustomers" ? ["payments:read", "customers:read"] : ["payments:read"];
}

/** Whether a tile is a figure over time. */
export function isMetric(tile: TileName): tile is MetricName {
  return metricNames.some((name) => name === tile);
}

export function isFacet(tile: TileName): tile is FacetName {
  return facetNames.some((name) => name === tile);
}
