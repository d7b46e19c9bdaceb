"use client";

import { useScripts } from "../_ui/use-scripts";

/** Checks all rows of the page at once; only scripts can. */
export function SelectPage({ label }: { label: string }) {
  if (!useScripts()) return <span className="sr-only">{label}</span>;
  return <input type="checkbox" name="all-rows" aria-label={label} />;
}
