"use client";

import { type MouseEvent, useState } from "react";

import { Icon } from "./icon";

/** Puts `value`, which stands before it, on the clipboard and says so. Hidden where scripts do not run. */
export function CopyButton({ value, copy, copied }: { value: string; copy: string; copied: string }) {
  const [done, setDone] = useState(false);
  const write = async ({ currentTarget: { previousElementSibling: shown } }: MouseEvent) => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Only pages that come encrypted get the clipboard: here it is marked, for the person to copy.
      if (shown) getSelection()?.selectAllChildren(shown);
      return;
    }
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  const label = done ? copied : copy;
  return (
    <button
      className="ui-icon-button ui-needs-script"
      type="button"
      aria-label={label}
      title={label}
      onClick={write}
    >
      <Icon name={done ? "check" : "copy"} />
    </button>
  );
}
