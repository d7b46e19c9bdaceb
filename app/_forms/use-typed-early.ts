"use client";

import { useLayoutEffect, useState } from "react";

import { useScripts } from "../_ui/use-scripts";

/**
 * Keeps what somebody typed into a text area before the page woke up: React sets text areas, and them alone, back to what
 * the server sent. It still stands there when this is first called.
 */
export function useTypedEarly(id: string): void {
  const isAwake = useScripts();
  const [typed] = useState(() => (isAwake ? null : (areaOf(id)?.value ?? null)));
  useLayoutEffect(() => {
    const area = areaOf(id);
    if (area && typed !== null) area.value = typed;
  }, [id, typed]);
}

function areaOf(id: string): HTMLTextAreaElement | null {
  if (typeof document === "undefined") return null;
  const element = document.getElementById(id);
  return element instanceof HTMLTextAreaElement ? element : null;
}
