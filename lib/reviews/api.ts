import { find } from "#db/rows";
import { reviews } from "#db/schema/index";
import { reader } from "#db/transaction";
import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf, pageRows } from "#lib/api/page";
import * as p from "#lib/api/params";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { approveReview } from "./approve-review.ts";
import { type ReviewRow, toReview } from "./wire.ts";

const read = "radar:read" as const;
const answer = (viewer: Viewer, row: ReviewRow) => toReview(row, viewer.environment);

export const reviewResource = resource(
  "review",
  {
    list: list(
      "/v1/reviews",
      { permission: read, params: p.listParams({ created: p.createdRange().optional() }) },
      async (viewer, request) => {
        authorize(viewer, read);
        const page = await pageRows(viewer, {
          table: reviews,
          kind: "review",
          request,
          filters: { open: true },
        });
        return pageOf(page, "/v1/reviews", (row) => answer(viewer, row));
      },
    ),
    retrieve: get("/v1/reviews/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    approve: post("/v1/reviews/:id/approve", { permission: "payments:write" }, async (viewer, { id }) =>
      answer(viewer, await approveReview(viewer, id)),
    ),
  },
  { prefixes: ["prv"], load, expandable: ["charge", "payment_intent"] },
);

/** One review, open or closed. Throws a 404 for what is not this environment's. */
async function load(viewer: Viewer, id: string) {
  authorize(viewer, read);
  const row = await find(await reader(viewer), reviews, id);
  if (!row) throw notFound("review", id, "review");
  return answer(viewer, row);
}
