"use client";

import { useShown } from "../../../_forms/action-form";
import { Copyable } from "../../../_ui/copyable";
import { Notice } from "../../../_ui/notice";

type MadeKeyProps = Record<"title" | "made" | "madeBefore" | "copy" | "copied", string>;

/** The new key, the one time it can be read. */
export function MadeKey({ title, made, madeBefore, copy, copied }: MadeKeyProps) {
  const shown = useShown();
  if (!shown) return null;
  if (!shown.text) return <Notice tone="wait">{madeBefore}</Notice>;
  return (
    <Notice tone="good" title={title}>
      <p>{made}</p>
      <Copyable value={shown.text} copy={copy} copied={copied} />
    </Notice>
  );
}
