import type { Viewer } from "#lib/auth/viewer";
import { DateTime } from "../_ui/date-time";
import type { Column } from "../_ui/table";
import { timeViewOf } from "./time-view-of";

/** The day on which each row was made, on one line. */
export function dayColumn(viewer: Viewer, label: string): Column<{ createdAt: number }> {
  const view = timeViewOf(viewer);
  return {
    key: "created",
    label,
    tone: "quiet",
    card: "moment",
    cell: ({ createdAt }) => (
      <span className="whitespace-nowrap">
        <DateTime at={createdAt} view={view} as="date" />
      </span>
    ),
  };
}
