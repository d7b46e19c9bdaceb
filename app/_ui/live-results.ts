/** What the panel under the search field shows. */
export interface LiveResults {
  /** The address of all results. */
  all: string;
  groups: { title: string; hits: { title: string; href: string | null; facts: string }[] }[];
  /** Not everything can be found yet. */
  unready: boolean;
  /** What one searched for lately; only as long as nothing is typed. */
  recent: { title: string; href: string }[];
  suggestions: { title: string; href: string }[];
}
