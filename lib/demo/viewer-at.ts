import type { Actor } from "#db/schema/payments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";

/** Somebody of the demo's business at a moment of its history, milliseconds. */
export function viewerAt(environment: ViewedEnvironment, actor: Actor, now: number): Viewer {
  return { ...systemViewer(environment, "operator", new Set(allPermissions)), actor, now: () => now };
}
