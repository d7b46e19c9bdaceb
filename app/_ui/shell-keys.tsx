"use client";

import { useEffect } from "react";

import type { KeyBindings } from "./key-bindings";

/** Closes what unfolded when attention goes elsewhere, and does what a key is for. */
export function ShellKeys(bindings: KeyBindings) {
  useEffect(() => {
    const onKey = keyHandler(bindings);
    document.addEventListener("click", closeOthers);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", closeOthers);
      document.removeEventListener("keydown", onKey);
    };
  }, [bindings]);
  useEffect(() => {
    if (bindings.state === "off") forgetKeys();
  }, [bindings.state]);
  useEffect(keepOfflinePage, []);
  return null;
}

/** So that without a network the browser says so in our words. */
function keepOfflinePage(): void {
  if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js").catch(() => {});
}

/** A screen reader tells of them too. */
function forgetKeys(): void {
  for (const told of document.querySelectorAll("[aria-keyshortcuts]"))
    told.removeAttribute("aria-keyshortcuts");
}

function closeOthers({ target }: MouseEvent): void {
  for (const unfolded of openMenus()) {
    if (!(target instanceof Node && unfolded.contains(target))) unfolded.open = false;
  }
}

/** A second key counts for so long after "g", milliseconds. */
const patience = 1500;

function keyHandler({ state, goTo, keyboard, commands }: KeyBindings) {
  let wentAt = -Infinity;
  return (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") return closeAll();
    if (state === "off" || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      return void sheet(commands, "commands");
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const isSecond = event.timeStamp - wentAt < patience;
    wentAt = event.key === "g" && !isSecond ? event.timeStamp : -Infinity;
    const place = isSecond ? goTo[event.key] : undefined;
    if (place) location.assign(place);
    else if (event.key === "?") void sheet(keyboard, "keys");
    else if (!press(event.key)) return;
    event.preventDefault();
  };
}

async function sheet(href: string, part: "commands" | "keys"): Promise<void> {
  const { openSheet } = await import("./page-sheet");
  await openSheet(href, part);
}

/** What the page has for a key: a field to type in, a button, a link, or the rows of its list. */
function press(key: string): boolean {
  if (key === "j" || key === "k") return moveAlongRows(key === "j" ? 1 : -1);
  if (key === "o") return open(document.activeElement);
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target instanceof HTMLInputElement) typeInto(target);
  else target.click();
  return true;
}

/** What stands in the field is replaced by what is typed next. */
function typeInto(field: HTMLInputElement): void {
  field.focus();
  field.select();
}

function moveAlongRows(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("main .ui-row-link")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? rows[0] : rows[at + step];
  next?.focus();
  return next !== undefined;
}

function open(row: Element | null): boolean {
  if (!(row instanceof HTMLElement && row.matches("main .ui-row-link"))) return false;
  row.click();
  return true;
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
