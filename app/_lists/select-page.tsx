"use client";

import { useSyncExternalStore } from "react";

/** Checks all rows of the page at once; only scripts can. */
export function SelectPage({ label }: { label: string }) {
  const hasScripts = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  if (!hasScripts) return <span className="sr-only">{label}</span>;
  return <input type="checkbox" name="all-rows" aria-label={label} />;
}

const nothing = () => () => undefined;
