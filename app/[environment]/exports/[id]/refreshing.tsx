"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pause = 1_000;

/** Asks anew for the page while something goes on; without scripts the browser does, a little less often. */
export function Refreshing() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
