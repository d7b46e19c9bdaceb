"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

let returning = false;

/** Who comes back through the history is shown what the browser had kept: only the newest state may be acted on. */
function watchHistory(): void {
  window.addEventListener("popstate", () => (returning = true));
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

if (typeof window !== "undefined") watchHistory();

/** Asks anew for a page that was reached by going back. Without scripts the browser asks by itself. */
export function FreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    if (!returning) return;
    returning = false;
    router.refresh();
  }, [router]);
  return null;
}
