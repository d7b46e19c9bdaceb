"use client";

import { useEffect } from "react";
import { selectionStore } from "./selection-store";

/** Unchecks what was selected in a list, once something is done with it. */
export function ForgetSelection({ list }: { list: string }) {
  useEffect(() => selectionStore(list).clear(), [list]);
  return null;
}
