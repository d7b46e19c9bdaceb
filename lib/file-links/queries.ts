import { sql } from "drizzle-orm";
import { find } from "#db/rows";
import { fileLinks } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { FileLinkRow } from "./wire.ts";

/** One link. */
export async function getFileLink(viewer: Viewer, id: string): Promise<FileLinkRow> {
  authorize(viewer, "files:read");
  return findFileLink(await reader(viewer), id);
}

/** As `getFileLink`, for commands: inside their transaction, authorized by them. */
export async function findFileLink(handle: Handle, id: string): Promise<FileLinkRow> {
  const row = await find(handle, fileLinks, id);
  if (!row) throw notFound("file_link", id);
  return row;
}

/** Links, newest first; all of them, or those that are expired, or those that are not. */
export async function listFileLinks(
  viewer: Viewer,
  { expired, file, ...request }: PageRequest & { expired?: boolean | undefined; file?: string | undefined },
): Promise<Page<FileLinkRow>> {
  authorize(viewer, "files:read");
  return pageRows(viewer, {
    table: fileLinks,
    kind: "file_link",
    request,
    filters: { fileId: file },
    ...(expired !== undefined && { also: asOf(expired, viewer.now()) }),
  });
}

/** The newest links of a file, as they are shown with it: to whoever just made it, too. */
export function newestLinks(viewer: Viewer, fileId: string): Promise<Page<FileLinkRow>> {
  return pageRows(viewer, {
    table: fileLinks,
    kind: "file_link",
    request: { limit: 10 },
    filters: { fileId },
  });
}

function asOf(expired: boolean, now: number) {
  const over = sql`${fileLinks.expiresAt} <= ${sql.placeholder("now")}`;
  const condition = expired ? over : sql`(${fileLinks.expiresAt} is null or not ${over})`;
  return { key: expired ? "expired" : "open", condition, values: { now } };
}
