import { listRequests } from "#lib/request-log/list-requests";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { onlyWord } from "./only-word.ts";

/** Requests to a path of the API, whole or begun, such as `/v1/refunds`. */
export const requestGroup: SearchGroup = {
  key: "requests",
  permission: "events:read",
  async find(viewer, query, { limit }) {
    const path = onlyWord(query);
    const isPath = path !== null && /^\/?v1\/[\w/.-]{0,200}$/.test(path);
    if (!isPath) return { hits: [], next: null, narrowed: false };
    const page = { direction: "older", from: null, size: limit } as const;
    const { rows, older, continueFrom } = await listRequests(viewer, {
      filter: { path: path.startsWith("/") ? path : `/${path}` },
      page,
    });
    return {
      hits: rows.map((row) => ({
        id: row.id,
        href: paths.requestLog(viewer, row.id),
        title: `${row.method} ${row.path}`,
        detail: row.id,
        state: { status: String(row.status), word: String(row.status) },
        money: null,
        at: row.at,
      })),
      next: null,
      narrowed: older !== null || continueFrom !== null,
    };
  },
};
