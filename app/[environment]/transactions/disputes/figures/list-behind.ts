import type { Viewer } from "#lib/auth/viewer";
import type { Dimension } from "#lib/disputes/dispute-figures";
import type { Period } from "#lib/lists/days";
import { paths } from "#lib/paths";

/** The list behind a figure; undefined where the list cannot be narrowed like that. */
export function listBehind(
  viewer: Viewer,
  { period, dimension, value }: { period: Period; dimension?: Dimension; value?: string | null },
): string | undefined {
  if (dimension === "country" || dimension === "agent" || value === null) return undefined;
  const narrowed = dimension && value ? { [dimension]: value } : {};
  return `${paths.disputes(viewer)}?${new URLSearchParams({ date: period, ...narrowed })}`;
}
