import type { Viewer } from "#lib/auth/viewer";
import type { RevealedKind } from "#lib/discretion/reveal";
import { paths } from "#lib/paths";

/** The page of what was revealed. */
export function pathOfRevealed(viewer: Viewer, kind: RevealedKind, id: string): string {
  const pages = { customer: paths.customer, payment: paths.payment, dispute: paths.dispute };
  return pages[kind](viewer, id);
}
