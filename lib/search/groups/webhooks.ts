import { paths } from "#lib/paths";
import { listEndpoints } from "#lib/webhooks/queries";
import type { SearchGroup } from "./group.ts";
import { listedPage } from "./listed.ts";

const looked = 100;

export const webhookGroup: SearchGroup = {
  key: "webhooks",
  permission: "webhooks:write",
  async find(viewer, query, place) {
    const { rows } = await listEndpoints(viewer, { limit: looked });
    return listedPage(viewer, query, rows, {
      ...place,
      toSheet: ({ url, description, status, createdAt }) => ({
        createdAt,
        facts: { status: [status], is: [status] },
        texts: { other: [url, description] },
      }),
      toHit: (row) => ({
        id: row.id,
        href: paths.webhook(viewer, row.id),
        title: row.url,
        detail: row.description,
        state: null,
        money: null,
        at: row.createdAt,
      }),
    });
  },
};
