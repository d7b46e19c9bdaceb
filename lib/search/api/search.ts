import { reader } from "#db/transaction";
import { searchResult } from "#lib/api/search-result";
import type { Wire } from "#lib/api/endpoint";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { unavailable } from "#lib/errors";
import type { Kind } from "../documents/kind.ts";
import { type Findings, find, type Wanted } from "../find.ts";
import { isIndexWhole } from "../index/state.ts";
import { countFound } from "./count-found.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { apiWanted } from "./wanted.ts";

export interface SearchRequest {
  query: string;
  limit: number;
  page?: string | undefined;
}

interface Searched<Row> {
  kind: Kind<Row>;
  /** The path of the endpoint. */
  url: string;
  toWire(row: Row): Wire;
}

/** How often one call goes on looking further back before it leaves that to the next page. */
const mostRounds = 40;

/** Seconds: the index takes minutes, and a question costs nothing. */
const askAgainAfter = 10;

/** A page of what a query finds, newest first, as the API answers it; refused while not everything can be found. */
export async function searchApi<Row>(
  viewer: Viewer,
  request: SearchRequest,
  { kind, url, toWire }: Searched<Row>,
): Promise<Wire> {
  authorize(viewer, kind.permission);
  const wanted = apiWanted(kind, viewer.environmentId, request.query);
  const before = request.page === undefined ? undefined : readPageToken(request.page, request.query);
  if (!(await isIndexWhole())) throw unavailable(beingMade, askAgainAfter);
  const { found, next } = await findPage(viewer, kind, wanted, { limit: request.limit, before });
  return searchResult({
    url,
    data: found.map((row) => toWire(row)),
    nextPage: next === null ? null : pageToken(next, request.query),
    count: () => countFound(viewer, kind, wanted),
  });
}

const beingMade =
  "The search index is being made anew, as it is after some updates; until it is through, a search would leave things " +
  "out. Try again in a few minutes. Objects are retrieved and listed as always.";

async function findPage<Row>(
  viewer: Viewer,
  kind: Kind<Row>,
  wanted: Wanted,
  { limit, before }: { limit: number; before: number | undefined },
): Promise<{ found: Row[]; next: number | null }> {
  const found: Row[] = [];
  let next: number | null = before ?? null;
  for (let round = 0; round < mostRounds && found.length < limit; round++) {
    const place = { limit: limit - found.length, ...(next === null ? {} : { before: next }) };
    const part: Findings<Row> = await find(await reader(viewer), kind, wanted, place);
    found.push(...part.found.map(({ row }) => row));
    next = part.next;
    if (next === null || !part.narrowed) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { found, next };
}
