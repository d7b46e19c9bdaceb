"use client";

import { useShown } from "../../../../_forms/action-form";
import { Notice } from "../../../../_ui/notice";

/** New backup codes, the one time they can be read. */
export function MadeCodes({ title, again }: { title: string; again: string }) {
  const shown = useShown();
  if (!shown) return null;
  if (!shown.codes) return <Notice tone="wait">{again}</Notice>;
  return (
    <Notice tone="good" title={title}>
      <ul>
        {shown.codes.split(" ").map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
