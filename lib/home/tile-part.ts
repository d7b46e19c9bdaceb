import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Part } from "#lib/figures/part";
import { isFacet, isShownTile, type TileName, tileNames } from "./overview-tiles.ts";

/** Stands in an address where there is no word: what came from no country, or with no brand. */
const noWord = "-";
const between = "~";
const longest = 1000;

/** The words of a part as an address has them. */
export function partText(words: readonly string[]): string {
  return words.map((word) => word || noWord).join(between);
}

/** The part of a tile that an address tells, by words or by a customer's id; null where it has no parts. */
export function readPart(tile: TileName, text: string): Part | null {
  if (text === "" || text.length > longest) return null;
  if (tile === "topCustomers") return { customerId: text };
  const words = text.split(between).map((word) => (word === noWord ? "" : word));
  return isFacet(tile) ? { facet: tile, words } : null;
}

/** Whether an address, such as "country/FR", tells a part of a tile that the viewer may see. */
export async function isShownPart(viewer: Viewer, address: string): Promise<boolean> {
  const [name = "", text = ""] = address.split("/");
  const tile = tileNames.find((each) => each === name && isShownTile(viewer, each));
  const part = tile && readPart(tile, text);
  if (!part) return false;
  if (!("customerId" in part)) return true;
  return (await find(await reader(viewer), customers, part.customerId)) !== undefined;
}
