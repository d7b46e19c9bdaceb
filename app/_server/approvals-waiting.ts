import { cache } from "react";
import { endsOfApprovals } from "#lib/approvals/queries";
import type { Viewer } from "#lib/auth/viewer";

/** Until when each approval that waits for the viewer can be decided: the frame of a page and the page ask once together. */
export const approvalsWaiting = cache((viewer: Viewer) => endsOfApprovals(viewer));
