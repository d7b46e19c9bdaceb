/** What an address says: each name with its values. */
export type ListQuery = Record<string, string | string[] | undefined>;

/** The first value of a name in an address, without blanks around it; undefined when there is none. */
export function valueIn(query: ListQuery, name: string): string | undefined {
  return [query[name] ?? ""].flat()[0]?.trim() || undefined;
}
