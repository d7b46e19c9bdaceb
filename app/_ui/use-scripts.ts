"use client";

import { useSyncExternalStore } from "react";

/** Whether scripts run here: not in what the server draws, nor while the page wakes up. */
export function useScripts(): boolean {
  return useSyncExternalStore(neverChanges, inBrowser, onServer);
}

const neverChanges = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;
