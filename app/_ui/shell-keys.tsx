"use client";

import { useEffect } from "react";

/** Closes what unfolded when attention goes elsewhere, and takes the search key to its field. */
export function ShellKeys() {
  useEffect(() => {
    document.addEventListener("click", closeOthers);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", closeOthers);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return null;
}

function closeOthers({ target }: MouseEvent): void {
  for (const unfolded of openMenus()) {
    if (!(target instanceof Node && unfolded.contains(target))) unfolded.open = false;
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.key === "Escape") return closeAll();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(event.key)}"]`);
  if (!field) return;
  event.preventDefault();
  field.focus();
}

function closeAll(): void {
  for (const unfolded of openMenus()) {
    unfolded.open = false;
    unfolded.querySelector("summary")?.focus();
  }
}

function openMenus() {
  return document.querySelectorAll<HTMLDetailsElement>("details[data-dismiss][open]");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
