import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";

/** The address of the desk, with what was typed and the payment that was chosen. */
export function deskAddress(
  viewer: Viewer,
  asked: Partial<Record<"q" | "payment" | "done", string>>,
): string {
  return `${paths.desk(viewer)}?${new URLSearchParams(asked)}`;
}
