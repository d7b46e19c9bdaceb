import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import type { FoundGroup, GroupKey } from "#lib/search/search";

/** The address of a search; of one kind, from a position back. */
export function searchAddress(
  viewer: Viewer,
  given: { q: string; kind?: GroupKey; before?: number },
): string {
  const params = new URLSearchParams({ q: given.q });
  if (given.kind !== undefined) params.set("kind", given.kind);
  if (given.before !== undefined) params.set("before", String(given.before));
  return `${paths.search(viewer)}?${params}`;
}

/** Where all that a search finds of one kind is: in the list that has them, or a page of the search. */
export function groupAddress(viewer: Viewer, text: string, { key, list }: FoundGroup): string {
  return list ?? searchAddress(viewer, { q: text, kind: key });
}
