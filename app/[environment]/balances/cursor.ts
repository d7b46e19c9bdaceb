export type CursorQuery = { older?: string | string[]; newer?: string | string[] };

const size = 25;

/** The page of a list that an address asks for: what is older, or newer, than a row. */
export function cursorOf({ older, newer }: CursorQuery) {
  return {
    limit: size,
    starting_after: textOf(older),
    ending_before: textOf(older) ? undefined : textOf(newer),
  };
}

/** The ways to newer and older rows, where there are any. */
export function cursorLinks(
  address: string,
  { older, newer }: CursorQuery,
  { rows, hasMore }: { rows: { id: string }[]; hasMore: boolean },
) {
  const backwards = textOf(older) === undefined && textOf(newer) !== undefined;
  const link = (name: "older" | "newer", id: string | undefined) =>
    id === undefined ? null : `${address}${address.includes("?") ? "&" : "?"}${name}=${id}`;
  const hasOlder = backwards || hasMore;
  const hasNewer = backwards ? hasMore : textOf(older) !== undefined;
  return {
    newerHref: hasNewer ? link("newer", rows[0]?.id) : null,
    olderHref: hasOlder ? link("older", rows.at(-1)?.id) : null,
  };
}

function textOf(value: string | string[] | undefined): string | undefined {
  return [value ?? ""].flat()[0] || undefined;
}
