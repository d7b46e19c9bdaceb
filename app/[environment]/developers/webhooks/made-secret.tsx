"use client";

import { useShown } from "../../../_forms/action-form";
import { Copyable } from "../../../_ui/copyable";
import { Notice } from "../../../_ui/notice";

type MadeSecretProps = Record<"title" | "text" | "before" | "copy" | "copied", string>;

/** The new signing secret, the one time it can be read. */
export function MadeSecret({ title, text, before, copy, copied }: MadeSecretProps) {
  const shown = useShown();
  if (!shown) return null;
  if (!shown.secret) return <Notice tone="wait">{before}</Notice>;
  return (
    <Notice tone="good" title={title}>
      <p>{text}</p>
      <Copyable value={shown.secret} copy={copy} copied={copied} />
    </Notice>
  );
}
