"use client";

import { type FormEvent, useRef, useState } from "react";

import { FormTextArea } from "../_forms/fields";

type NoteTextProps = {
  label: string;
  hint: string;
  suggestions: string;
  /** What can stand behind an @. */
  names: string[];
  text?: string;
};

const mostOffered = 6;

/** Where a note is typed: behind an @, colleagues are offered as buttons; without scripts names are typed out. */
export function NoteText({ label, hint, suggestions, names, text }: NoteTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const offered = begun === null ? [] : names.filter((name) => begins(name, begun)).slice(0, mostOffered);

  function watch({ target }: FormEvent) {
    if (target instanceof HTMLTextAreaElement) setBegun(nameBefore(target));
  }

  function complete(name: string) {
    const area = frame.current?.querySelector("textarea");
    if (!area || begun === null) return;
    const at = area.selectionStart;
    area.setRangeText(`${name} `, at - begun.length, at, "end");
    area.focus();
    setBegun(null);
  }

  return (
    <div ref={frame} onInput={watch} onClick={watch} onKeyUp={watch}>
      <FormTextArea
        name="text"
        label={label}
        hint={hint}
        attributes={{ rows: 3, maxLength: 5000, required: true, defaultValue: text }}
      />
      <div role="group" aria-label={suggestions} aria-live="polite" className="ui-mentions">
        {offered.map((name) => (
          <button
            key={name}
            type="button"
            className="ui-button"
            data-tone="quiet"
            onClick={() => complete(name)}
          >
            @{name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What is typed behind the last @ before the cursor; null where no name is being typed. */
function nameBefore({ value, selectionStart }: HTMLTextAreaElement): string | null {
  const typed = /(?:^|[^\p{L}\p{N}._%+-])@([^@\n]{0,60})$/u.exec(value.slice(0, selectionStart));
  return typed?.[1] ?? null;
}

function begins(name: string, begun: string): boolean {
  const typed = begun.toLowerCase();
  return [name, ...name.split(/\s+/)].some((part) => part.toLowerCase().startsWith(typed));
}
