import type { Viewer } from "#lib/auth/viewer";
import { type Key, keyText } from "#lib/lists/key";
import { paths } from "#lib/paths";
import type { QueryParams } from "#lib/lists/read-params";
import { type RequestQuery, requestQueryParams } from "#lib/request-log/request-query";

const filterNames = ["status", "method", "path", "date", "from", "to", "id"];

/** The address of the log with these filters, at this page. */
export function logAddress(
  viewer: Viewer,
  query: RequestQuery,
  turn?: { name: "after" | "before"; key: Key },
): string {
  const params = requestQueryParams(query);
  if (turn) params.set(turn.name, keyText(turn.key));
  return params.size === 0 ? paths.requestLogs(viewer) : `${paths.requestLogs(viewer)}?${params}`;
}

/** Whether the address says the query in the words `requestQueryParams` would use. */
export function isSpelledOut(params: QueryParams, query: RequestQuery): boolean {
  const said = filterNames.flatMap((name) => [params[name] ?? []].flat().map((text) => [name, text]));
  return JSON.stringify(said) === JSON.stringify([...requestQueryParams(query)]);
}
