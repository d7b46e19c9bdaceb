import { requestList } from "#lib/request-log/request-list";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { listPage } from "./list-page.ts";
import { onlyWord } from "./only-word.ts";

const anyRequest = {
  status: null,
  method: null,
  error: null,
  object: null,
  key: null,
  idempotency: null,
  id: null,
  period: null,
  sort: "newest",
};

/** Requests to a path of the API, whole or begun, such as `/v1/refunds`. */
export const requestGroup: SearchGroup = {
  key: "requests",
  permission: "events:read",
  async find(viewer, query, { limit }) {
    const asked = onlyWord(viewer, query);
    if (!asked || !/^\/?v1\/[\w/.-]{0,200}$/.test(asked.word))
      return { hits: [], next: null, narrowed: false };
    const { word, from, to } = asked;
    return listPage(viewer, requestList, {
      query: { ...anyRequest, path: word.startsWith("/") ? word : `/${word}`, from, to },
      limit,
      toHit: (row) => ({
        id: row.id,
        href: paths.requestLog(viewer, row.id),
        title: `${row.method} ${row.path}`,
        detail: row.id,
        state: { status: String(row.status), word: String(row.status) },
        money: null,
        at: row.at,
      }),
    });
  },
};
