import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import type { GroupKey } from "#lib/search/search";

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
