"use client";

import { useEffect, useSyncExternalStore } from "react";
import { ActionForm } from "../_forms/action-form";
import { Button } from "../_ui/button";
import { selectListRows } from "./selection-actions";
import { selectionFormId } from "./selection-form-id";
import { selectionStore } from "./selection-store";

type SelectionFormProps = {
  formKey: string;
  list: string;
  /** The rows of this page. */
  seen: string[];
  /** What is asked of the list now, in the words of its address. */
  asked: string;
  /** What was kept before, without scripts. */
  earlier: { id: string; ids: string[] } | null;
  acts: { name: string; label: string }[];
  /** `#` stands for how many. */
  words: Record<"title" | "one" | "several" | "matching" | "keep" | "clear", string>;
  clearHref: string;
  /** Where what was done earlier is found; null where nothing is done to such rows. */
  runs: { href: string; label: string } | null;
};

/** What to do with the checked rows. With scripts they are remembered from page to page; without, when they are kept. */
export function SelectionForm(props: SelectionFormProps) {
  const { formKey, list, seen, asked, earlier, acts, words, clearHref, runs } = props;
  const store = selectionStore(list);
  const chosen = useSyncExternalStore<readonly string[] | null>(store.subscribe, store.read, () => null);
  useEffect(() => store.watch(seen), [store, seen]);
  const count = chosen?.length ?? earlier?.ids.length ?? 0;
  return (
    <ActionForm action={selectListRows} formKey={formKey} label={words.title} id={selectionFormId}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="asked" value={asked} />
      <input type="hidden" name="seen" value={seen.join()} />
      {earlier && chosen === null && <input type="hidden" name="earlier" value={earlier.id} />}
      {chosen
        ?.filter((id) => !seen.includes(id))
        .map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
      <div className="ui-selection-bar" data-some={count > 0 ? "" : undefined}>
        <label>
          <input type="checkbox" name="all" value="on" /> {words.matching}
        </label>
        <span role="status">
          {count > 0 && (count === 1 ? words.one : words.several).replace("#", String(count))}
        </span>
        {acts.map(({ name, label }) => (
          <Button key={name} name="act" value={name}>
            {label}
          </Button>
        ))}
        {chosen === null ? (
          <Button tone="quiet" name="act" value="keep">
            {words.keep}
          </Button>
        ) : (
          count > 0 && (
            <button className="ui-button" data-tone="quiet" type="button" onClick={store.clear}>
              {words.clear}
            </button>
          )
        )}
        {chosen === null && earlier && <a href={clearHref}>{words.clear}</a>}
        {runs && (
          <a className="ms-auto" href={runs.href}>
            {runs.label}
          </a>
        )}
      </div>
    </ActionForm>
  );
}
