import type { Page, PageRequest } from "#lib/api/page";

/** What an address says of a page: `before` and `after` are ids at its ends. */
export type ListQuery = Record<string, string | string[] | undefined>;

const size = 25;

/** The first value of a name in an address, without blanks around it; undefined when there is none. */
export function valueIn(query: ListQuery, name: string): string | undefined {
  return [query[name] ?? ""].flat()[0]?.trim() || undefined;
}

/** Which page an address asks for. */
export function pageIn(query: ListQuery): PageRequest {
  const after = valueIn(query, "after");
  return { limit: size, starting_after: after, ending_before: after ? undefined : valueIn(query, "before") };
}

/** Where the neighbouring pages are; `here`: the list's own address, with its filters. */
export function neighbours(here: string, query: ListQuery, { rows, hasMore }: Page<{ id: string }>) {
  const { starting_after: after, ending_before: before } = pageIn(query);
  const href = (name: "after" | "before", row: { id: string } | undefined) =>
    row ? `${here}${here.includes("?") ? "&" : "?"}${new URLSearchParams({ [name]: row.id })}` : null;
  const hasNewer = before ? hasMore : after !== undefined;
  const hasOlder = before ? true : hasMore;
  return {
    newerHref: hasNewer ? href("before", rows[0]) : null,
    olderHref: hasOlder ? href("after", rows.at(-1)) : null,
  };
}
