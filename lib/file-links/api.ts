import { z } from "zod";
import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { createFileLink } from "./create-file-link.ts";
import { getFileLink, listFileLinks } from "./queries.ts";
import { updateFileLink } from "./update-file-link.ts";
import { type FileLinkRow, toFileLink } from "./wire.ts";

const answer = (viewer: Viewer, row: FileLinkRow) => toFileLink(row, viewer.environment, viewer.now());
const read = "files:read" as const;
const write = "files:write" as const;
const metadata = p.metadata().optional();

export const fileLinkResource = resource(
  "file_link",
  {
    create: post(
      "/v1/file_links",
      {
        permission: write,
        params: p.params({ file: p.objectId(), expires_at: p.time().optional(), metadata }),
      },
      async (viewer, { file, expires_at, metadata: given }) =>
        answer(
          viewer,
          await createFileLink(viewer, { fileId: file, expiresAt: expires_at, metadata: given }),
        ),
    ),
    list: list(
      "/v1/file_links",
      {
        permission: read,
        params: p.listParams({
          created: p.createdRange().optional(),
          expired: p.bool().optional(),
          file: p.objectId().optional(),
        }),
      },
      async (viewer, request) =>
        pageOf(await listFileLinks(viewer, request), "/v1/file_links", (row) => answer(viewer, row)),
    ),
    retrieve: get("/v1/file_links/:id", { permission: read }, (viewer, { id }) => load(viewer, id)),
    update: post(
      "/v1/file_links/:id",
      {
        permission: write,
        params: p.params({
          expires_at: p.emptyable(z.union([z.literal("now"), p.time()])).optional(),
          metadata,
        }),
      },
      async (viewer, { id, expires_at, metadata: given }) =>
        answer(viewer, await updateFileLink(viewer, id, { expiresAt: expires_at, metadata: given })),
    ),
  },
  { prefixes: ["link"], load, expandable: ["file"] },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getFileLink(viewer, id));
}
