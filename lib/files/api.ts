import { filePurposes } from "#db/schema/files";
import { download, get, list, postFile, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { newestLinks } from "#lib/file-links/queries";
import { createFile } from "./create-file.ts";
import { limitOf } from "./purposes.ts";
import { downloadFile, getFile, listFiles } from "./queries.ts";
import { type FileRow, toFile } from "./wire.ts";

const purpose = p.oneOf(filePurposes);
/** Also what nobody uploads: a report, what somebody's identity was checked by. */
const listed = p.oneOf([
  ...filePurposes,
  "document_provider_identity_document",
  "finance_report_run",
  "financial_account_statement",
  "identity_document_downloadable",
  "selfie",
  "sigma_scheduled_query",
]);

export const fileResource = resource(
  "file",
  {
    create: postFile(
      "/v1/files",
      {
        permission: "files:write",
        publishable: ["files:write"],
        params: p.params({
          purpose,
          file_link_data: p
            .hash({
              create: p.bool(),
              expires_at: p.time().optional(),
              metadata: p.metadata().optional(),
            })
            .optional(),
        }),
        limit: ({ purpose: named }) => limitOf(named),
      },
      async (viewer, { purpose: named, file, file_link_data: link }) => {
        const wanted = link?.create ? { expiresAt: link.expires_at, metadata: link.metadata } : undefined;
        return answer(viewer, await createFile(viewer, { purpose: named, upload: file, link: wanted }));
      },
    ),
    list: list(
      "/v1/files",
      {
        permission: "files:read",
        params: p.listParams({ created: p.createdRange().optional(), purpose: listed.optional() }),
      },
      async (viewer, { purpose: named, ...request }) => {
        const uploaded = filePurposes.find((each) => each === named);
        if (named !== undefined && uploaded === undefined)
          return pageOf({ rows: [], hasMore: false }, "/v1/files", (row: never) => row);
        const { rows, hasMore } = await listFiles(viewer, { ...request, purpose: uploaded });
        const wires = await Promise.all(rows.map((row) => answer(viewer, row)));
        return pageOf({ rows: wires, hasMore }, "/v1/files", (wire) => wire);
      },
    ),
    retrieve: get("/v1/files/:id", { permission: "files:read" }, (viewer, { id }) => load(viewer, id)),
    contents: download("/v1/files/:id/contents", { permission: "files:read" }, (viewer, { id }) =>
      downloadFile(viewer, id),
    ),
  },
  { prefixes: ["file"], load, expandable: ["links"] },
);

async function load(viewer: Viewer, id: string) {
  return answer(viewer, await getFile(viewer, id));
}

async function answer(viewer: Viewer, row: FileRow) {
  return toFile(row, await newestLinks(viewer, row.id), viewer);
}
