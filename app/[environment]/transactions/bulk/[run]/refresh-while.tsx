"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How often a page at work is looked at again, milliseconds. */
const pause = 1500;

/** Looks again and again at a page whose work goes on, as long as it stands there. */
export function RefreshWhile() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
