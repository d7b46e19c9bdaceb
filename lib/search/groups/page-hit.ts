import type { Viewer } from "#lib/auth/viewer";
import type { Place } from "../find.ts";
import type { Query } from "../query/read-query.ts";
import type { GroupPage, Hit } from "./group.ts";
import { listedPage } from "./listed.ts";

/** A page of the dashboard as something found. */
export function pageHit(id: string, href: string, title: string, detail: string | null): Hit {
  return { id, href, title, detail, state: null, money: null, at: null };
}

interface Pages<Page> extends Place {
  pages: readonly Page[];
  /** Its title, and what else it goes by. */
  named(page: Page): { name: string; other: string[] };
  toHit(page: Page): Hit;
}

/** Pages of the dashboard by their words, which something must be asked of: a page is of no day and of no amount. */
export function foundPages<Page>(
  viewer: Viewer,
  query: Query,
  { pages, named, toHit, ...place }: Pages<Page>,
): GroupPage {
  const isAsked = query.clauses.some(
    ({ kind, negated }) => !negated && (kind === "words" || kind === "text"),
  );
  const isOfPages = isAsked && query.clauses.every(({ kind }) => kind !== "date" && kind !== "amount");
  return listedPage(viewer, query, isOfPages ? pages : [], {
    ...place,
    toSheet(page) {
      const { name, other } = named(page);
      return { createdAt: 0, facts: {}, texts: { name: [name], other } };
    },
    toHit,
  });
}
