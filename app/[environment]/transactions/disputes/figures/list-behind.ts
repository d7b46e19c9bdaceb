import type { Viewer } from "#lib/auth/viewer";
import type { Dimension } from "#lib/disputes/dispute-figures";
import { disputeStatuses } from "#lib/disputes/list/dispute-list";
import { unknown } from "#lib/disputes/list/figure-filters";
import { isInquiry } from "#lib/disputes/status";
import type { Period } from "#lib/lists/days";
import { paths } from "#lib/paths";

export interface Figure {
  period: Period;
  /** Which of them; all disputes but inquiries unless told otherwise. */
  of?: "won" | "lost" | "inquiries";
  dimension?: Dimension;
  value?: string | null;
}

/** The list behind a figure; undefined where the list cannot be narrowed like that. */
export function listBehind(viewer: Viewer, { period, of, dimension, value }: Figure): string | undefined {
  if (value === null && (dimension === "network" || dimension === "reason")) return undefined;
  const words = new URLSearchParams({ date: period });
  for (const status of statusesOf(of)) words.append("status", status);
  if (dimension) words.set(dimension, value ?? unknown);
  return `${paths.disputes(viewer)}?${words}`;
}

function statusesOf(of: Figure["of"]): readonly string[] {
  if (of === "won" || of === "lost") return [of];
  return disputeStatuses.filter((status) => isInquiry(status) === (of === "inquiries"));
}
