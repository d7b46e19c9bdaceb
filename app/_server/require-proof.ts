import { redirect } from "next/navigation";
import { hasProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";

/** Leads who did not prove lately who they are to do so, and back to `here`. For pages of dangerous acts. */
export function requireProof(viewer: Viewer, here: string): void {
  if (!hasProved(viewer)) redirect(proofPath(viewer, here));
}

/** Where one proves who one is, before going on to `next`. */
export function proofPath(viewer: Viewer, next: string): string {
  return `${paths.proveIdentity(viewer)}?${new URLSearchParams({ next })}`;
}
