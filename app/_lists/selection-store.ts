/** Which rows of a list are checked, remembered by the browser's tab from page to page. */
interface SelectionStore {
  read(): readonly string[];
  subscribe(changed: () => void): () => void;
  /** Follows the checkboxes of a page; answers how to stop. */
  watch(seen: readonly string[]): () => void;
  clear(): void;
}

const stores = new Map<string, SelectionStore>();

/** The selection of a list in this tab. */
export function selectionStore(list: string): SelectionStore {
  const environment = typeof location === "undefined" ? "" : location.pathname.split("/")[1];
  const key = `${environment} ${list}`;
  const known = stores.get(key) ?? makeStore(`selection ${key}`);
  stores.set(key, known);
  return known;
}

function makeStore(key: string): SelectionStore {
  const listeners = new Set<() => void>();
  let chosen: readonly string[] | null = null;
  const read = () => (chosen ??= parsed(sessionStorage.getItem(key)));
  const write = (ids: readonly string[]) => {
    chosen = ids;
    sessionStorage.setItem(key, JSON.stringify(ids));
    for (const changed of listeners) changed();
  };
  return {
    read,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    watch(seen) {
      for (const box of boxes()) if (read().includes(box.value)) box.checked = true;
      const follow = ({ target }: Event) => {
        if (target instanceof HTMLInputElement && target.name === "all-rows") {
          for (const box of boxes()) box.checked = target.checked;
        } else if (!(target instanceof HTMLInputElement && target.name === "id")) return;
        const checked = boxes().flatMap((box) => (box.checked ? [box.value] : []));
        write([...read().filter((id) => !seen.includes(id)), ...checked]);
      };
      document.addEventListener("change", follow);
      return () => document.removeEventListener("change", follow);
    },
    clear() {
      for (const box of boxes()) box.checked = false;
      write([]);
    },
  };
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=id][form="selection"]')];
}

function parsed(text: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
