"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { EmailText } from "./email-text";
import type { LiveResults } from "./live-results";

type LiveSearchProps = {
  /** The form's address, and where results are asked for while typing. */
  action: string;
  live: string;
  words: {
    all: string;
    nothing: string;
    unready: string;
    suggestions: string;
    results: string;
    recent: string;
    /** How many those are, in the place of "#". */
    recentCount: string;
    editRecent: string;
  };
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
  const results = useLive(open ? live : null, text);
  const isShown = open && results !== null && (text.trim() !== "" || results.recent.length > 0);
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
      onKeyDown={(event) => moveFocus(event, form.current, { isShown, close: () => setOpen(false) })}
    >
      {children}
      <p className="sr-only" role="status">
        {isShown && summaryOf(results, words)}
      </p>
      {isShown && (
        // Safari gives a link that is touched no focus: the panel takes it, or it would be gone before the click.
        <div className="ui-panel ui-live" id={panel} tabIndex={-1}>
          {results.recent.length > 0 ? (
            <Recent results={results} words={words} />
          ) : (
            <Panel results={results} words={words} />
          )}
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
                  <b>
                    <EmailText>{hit.title}</EmailText>
                  </b>
                  <small>
                    <EmailText>{hit.facts}</EmailText>
                  </small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {results.unready && <p className="ui-live-hit text-soft">{words.unready}</p>}
      {countOf(results) === 0 && !results.unready && <p className="ui-live-hit text-soft">{words.nothing}</p>}
      <a className="ui-live-hit" href={results.all}>
        {words.all}
      </a>
    </>
  );
}

/** What one searched for before, to be searched for again. */
function Recent({ results, words }: { results: LiveResults; words: LiveSearchProps["words"] }) {
  return (
    <section>
      <p className="ui-menu-title">{words.recent}</p>
      <ul>
        {results.recent.map(({ title, href }) => (
          <li key={title}>
            <a className="ui-live-hit" href={href}>
              <EmailText>{title}</EmailText>
            </a>
          </li>
        ))}
      </ul>
      <a className="ui-live-hit text-soft" href={results.all}>
        {words.editRecent}
      </a>
    </section>
  );
}

/** The latest answer to what is typed, asked for while `live` says where; what comes late for older words is dropped. */
function useLive(live: string | null, text: string): LiveResults | null {
  const [results, setResults] = useState<LiveResults | null>(null);
  useEffect(() => {
    if (live === null) return;
    const typed = text.trim();
    const asking = new AbortController();
    const timer = setTimeout(
      () => void ask(`${live}?q=${encodeURIComponent(typed)}`, asking.signal, setResults),
      typed === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [live, text]);
  return results;
}

async function ask(
  url: string,
  signal: AbortSignal,
  show: (found: LiveResults | null) => void,
): Promise<void> {
  try {
    const answer = await fetch(url, { signal });
    show(answer.ok ? await answer.json() : null);
  } catch {
    // Given up for newer words; or the connection is gone, and what was found for older ones with it: Enter still searches.
    if (!signal.aborted) show(null);
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

type Unfolded = { isShown: boolean; close: () => void };

/** Up and down go through the field and what was found; Escape goes back to the field alone. */
function moveFocus(event: KeyboardEvent, form: HTMLFormElement | null, { isShown, close }: Unfolded): void {
  if (event.nativeEvent.isComposing) return;
  const places = [...(form?.querySelectorAll<HTMLElement>("input, a") ?? [])];
  const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (event.key === "Escape") {
    // Some browsers would empty the field as well.
    if (isShown) event.preventDefault();
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

function summaryOf(results: LiveResults, words: LiveSearchProps["words"]): string {
  if (results.recent.length > 0) return words.recentCount.replace("#", String(results.recent.length));
  const found = countOf(results);
  if (found > 0) return words.results.replace("#", String(found));
  return results.unready ? words.unready : words.nothing;
}

function countOf({ groups }: LiveResults): number {
  return groups.reduce((sum, { hits }) => sum + hits.length, 0);
}
