import { z } from "zod";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import { type Preference, readPreference, setPreference } from "#lib/people/preferences";
import { type Destination, type PlaceName, placeNames, placesFor } from "./destinations.ts";

interface Chosen {
  pinned: PlaceName[];
  /** Visited and not pinned, the latest first. */
  recent: PlaceName[];
}

const names = z.array(z.enum(placeNames)).transform((given) => [...new Set(given)]);

const chosenShortcuts: Preference<Chosen> = {
  name: "shortcuts",
  schema: z.object({ pinned: names, recent: names }),
  fallback: { pinned: [], recent: [] },
};

/** So many visited pages are kept. */
const mostRecent = 4;

/** Pages that the sidebar always has at hand. */
const alwaysThere: readonly PlaceName[] = [
  "home",
  "transactions",
  "balances",
  "customers",
  "products",
  "desk",
  "requestLogs",
  "events",
  "webhooks",
  "reference",
  "settings",
  "search",
  "shortcuts",
  "commands",
  "keyboard",
];

export interface Shortcuts {
  pinned: Destination<PlaceName>[];
  recent: Destination<PlaceName>[];
}

/** The pages that a person keeps at hand, and those visited lately, of those that they may enter. */
export async function shortcutsOf(viewer: Viewer): Promise<Shortcuts> {
  const { pinned, recent } = await readPreference(viewer, chosenShortcuts);
  const reachable = new Map(placesFor(viewer).map((place) => [place.name, place]));
  const known = (given: PlaceName[]) => given.flatMap((name) => reachable.get(name) ?? []);
  return { pinned: known(pinned), recent: known(recent.filter((name) => !pinned.includes(name))) };
}

/** Notes the visit of a page by its path: it is the latest of those visited, unless it is pinned or always at hand. */
export async function noteVisit(viewer: Viewer, path: string): Promise<void> {
  const place = placesFor(viewer).find(({ href }) => href === path);
  if (!place || alwaysThere.includes(place.name)) return;
  const { name } = place;
  const isNoted = ({ pinned, recent }: Chosen) => pinned.includes(name) || recent[0] === name;
  if (isNoted(await readPreference(viewer, chosenShortcuts))) return;
  const noted = changeShortcuts(viewer, (before) => {
    if (isNoted(before)) return before;
    const { pinned, recent } = before;
    return { pinned, recent: [name, ...recent.filter((other) => other !== name)].slice(0, mostRecent) };
  });
  // Pages can be read where nothing can be written, such as on a full disk.
  await noted.catch((error: unknown) => log.warn({ err: error }, "the visit of a page could not be noted"));
}

/** Pins these pages, in this order, and no others. */
export function pinShortcuts(viewer: Viewer, pinned: readonly PlaceName[]): Promise<void> {
  return changeShortcuts(viewer, (before) => {
    const unpinned = before.pinned.filter((name) => !pinned.includes(name));
    const recent = [...new Set([...unpinned, ...before.recent])].filter((name) => !pinned.includes(name));
    return {
      pinned: [...pinned],
      recent: recent.filter((name) => !alwaysThere.includes(name)).slice(0, mostRecent),
    };
  });
}

/** In one transaction: pages open in several tabs at once. */
function changeShortcuts(viewer: Viewer, changed: (before: Chosen) => Chosen): Promise<void> {
  return transaction(viewer, async () => {
    const before = await readPreference(viewer, chosenShortcuts);
    await setPreference(viewer, chosenShortcuts, changed(before));
  });
}
