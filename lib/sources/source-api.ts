import { get, list, post, postThroughProcessor, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { createSource } from "./create-source.ts";
import { getSource } from "./queries.ts";
import { createParams, toNewSource, updateParams } from "./source-params.ts";
import { updateSource } from "./update-source.ts";
import { toSource } from "./wire.ts";

const answer = (viewer: Viewer, row: PaymentMethodRow) => toSource(row, viewer.environment);
const read = "payments:read" as const;
const write = "payments:write" as const;

export const sourceResource = resource(
  "source",
  {
    create: postThroughProcessor(
      "/v1/sources",
      { permission: write, publishable: ["payments:write"], params: createParams },
      async (viewer, input) => {
        if (input.customer !== undefined && viewer.publishable) {
          throw invalid("A customer's source is made with a secret key.", { param: "customer" });
        }
        return createSource(viewer, toNewSource(input));
      },
      answer,
    ),
    retrieve: get(
      "/v1/sources/:id",
      {
        permission: read,
        publishable: ["payments:read"],
        params: p.params({ client_secret: p.text().optional() }),
      },
      async (viewer, { id, client_secret: secret }) => {
        const row = await getSource(viewer, id);
        assertSecret(viewer, row, secret);
        return answer(viewer, row);
      },
    ),
    update: post(
      "/v1/sources/:id",
      { permission: write, params: updateParams },
      async (viewer, { id, owner, metadata, amount }) =>
        answer(viewer, await updateSource(viewer, id, { owner, metadata, amount })),
    ),
    verify: post(
      "/v1/sources/:id/verify",
      { permission: write, params: p.params({ values: p.listOf(p.text()) }) },
      async (viewer, { id }) => {
        await getSource(viewer, id);
        throw invalid("This source does not need to be verified.");
      },
    ),
    transactions: list(
      "/v1/sources/:id/source_transactions",
      { permission: read, params: p.listParams({}) },
      async (viewer, { id }) => {
        await getSource(viewer, id);
        return pageOf(
          { rows: [], hasMore: false },
          `/v1/sources/${id}/source_transactions`,
          (row: never) => row,
        );
      },
    ),
  },
  { prefixes: ["src"], load: async (viewer, id) => answer(viewer, await getSource(viewer, id)) },
);

/** A browser names the secret that it was given with the source; whoever else names one, names the right one. */
function assertSecret(
  viewer: Viewer,
  { id, sourceFacts }: PaymentMethodRow,
  secret: string | undefined,
): void {
  if (secret === undefined && !viewer.publishable) return;
  if (secret !== sourceFacts?.source?.clientSecret) throw notFound("source", id);
}
