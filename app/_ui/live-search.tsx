"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { LiveResults } from "./live-results";

type LiveSearchProps = {
  /** The form's address, and where results are asked for while typing. */
  action: string;
  live: string;
  words: { all: string; nothing: string; suggestions: string; results: string };
  /** The field. */
  children: ReactNode;
};

/** Typing pauses for so long before it is searched, milliseconds. */
const pause = 120;

/** A search form that shows what it finds while one types; without scripts it is the form alone. */
export function LiveSearch({ action, live, words, children }: LiveSearchProps) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const panel = useId();
  const results = useLive(live, text);
  const isShown = open && text.trim() !== "" && results !== null;
  return (
    <form
      ref={form}
      className="ui-topbar-search"
      action={action}
      role="search"
      onInput={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        setText(event.target.value);
        setOpen(true);
      }}
      onFocus={() => setOpen(true)}
      onBlur={({ relatedTarget }) => {
        if (!form.current?.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => moveFocus(event, form.current, () => setOpen(false))}
    >
      {children}
      <p className="sr-only" role="status">
        {isShown &&
          (countOf(results) === 0 ? words.nothing : words.results.replace("#", String(countOf(results))))}
      </p>
      {isShown && (
        <div className="ui-panel ui-live" id={panel}>
          <Panel results={results} words={words} />
        </div>
      )}
    </form>
  );
}

function Panel({ results, words }: { results: LiveResults; words: LiveSearchProps["words"] }) {
  return (
    <>
      {results.suggestions.length > 0 && (
        <section>
          <p className="ui-menu-title">{words.suggestions}</p>
          <ul>
            {results.suggestions.map(({ title, href }) => (
              <li key={title}>
                <a
                  className="ui-live-hit"
                  href={href}
                  onClick={(event) => {
                    event.preventDefault();
                    fill(event.currentTarget.closest("form"), title);
                  }}
                >
                  <code>{title}</code>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {results.groups.map(({ title, hits }) => (
        <section key={title}>
          {title !== "" && <p className="ui-menu-title">{title}</p>}
          <ul>
            {hits.map((hit, index) => (
              <li key={hit.href ?? index}>
                <a className="ui-live-hit" href={hit.href ?? results.all}>
                  <b>{hit.title}</b>
                  <small>{hit.facts}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {countOf(results) === 0 && <p className="ui-live-hit text-soft">{words.nothing}</p>}
      <a className="ui-live-hit" href={results.all}>
        {words.all}
      </a>
    </>
  );
}

/** The latest answer to what is typed; what comes late for older words is dropped. */
function useLive(live: string, text: string): LiveResults | null {
  const [results, setResults] = useState<LiveResults | null>(null);
  useEffect(() => {
    const typed = text.trim();
    if (typed === "") return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => void ask(`${live}?q=${encodeURIComponent(typed)}`, asking.signal, setResults),
      pause,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [live, text]);
  return results;
}

async function ask(url: string, signal: AbortSignal, show: (results: LiveResults) => void): Promise<void> {
  try {
    const answer = await fetch(url, { signal });
    if (answer.ok) show(await answer.json());
  } catch {
    // Given up for newer words, or the connection is gone: Enter still searches.
  }
}

/** A suggestion is typed for whoever chooses it, who then goes on typing. */
function fill(form: HTMLFormElement | null, text: string): void {
  const field = form?.querySelector("input");
  if (!field) return;
  field.value = text;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Up and down go through the field and what was found; Escape goes back to the field alone. */
function moveFocus(event: KeyboardEvent, form: HTMLFormElement | null, close: () => void): void {
  const places = [...(form?.querySelectorAll<HTMLElement>("input, a") ?? [])];
  const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (event.key === "Escape") {
    places[0]?.focus();
    close();
  }
  if (step === undefined) return;
  const here = places.findIndex((place) => place === document.activeElement);
  const next = places[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function countOf({ groups }: LiveResults): number {
  return groups.reduce((sum, { hits }) => sum + hits.length, 0);
}
