"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Milliseconds. */
const interval = 2000;

/** Shows the page anew while something is at work; who has no scripts follows a link instead. */
export function AskAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), interval);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
