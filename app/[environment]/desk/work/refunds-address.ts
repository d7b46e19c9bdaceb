import type { Viewer } from "#lib/auth/viewer";
import type { WorkPeriod } from "#lib/desk/agents-work";
import { paths } from "#lib/paths";

/** The list behind a figure. */
export function refundsAddress(
  viewer: Viewer,
  { period, by, reason }: { period: WorkPeriod; by: string; reason?: string },
): string {
  const params = new URLSearchParams({ period, by, ...(reason ? { reason } : {}) });
  return `${paths.agentsRefunds(viewer)}?${params}`;
}
