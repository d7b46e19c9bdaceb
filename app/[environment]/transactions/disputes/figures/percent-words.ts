import type { Viewer } from "#lib/auth/viewer";

/** A share as people of the reader's language write it; null for none. */
export function percentWords({ locale }: Pick<Viewer, "locale">, share: number | null): string | null {
  if (share === null) return null;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
}
