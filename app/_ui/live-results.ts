/** What the panel under the search field shows. */
export interface LiveResults {
  /** The address of all results. */
  all: string;
  groups: { title: string; hits: { title: string; href: string | null; facts: string }[] }[];
  suggestions: { title: string; href: string }[];
}
