import type Stripe from "stripe";
import type { files } from "#db/schema/index";
import type { Page } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { config } from "#lib/config";
import { type FileLinkRow, toFileLink } from "#lib/file-links/wire";
import { factsOf } from "./purposes.ts";

export type FileRow = typeof files.$inferSelect;

type FileWire = Omit<Stripe.File, "links"> & {
  links: { object: "list"; data: Stripe.FileLink[]; has_more: boolean; url: string } | null;
};

/** The API's file. A publishable key learns neither where its contents are nor who was given a link. */
export function toFile(row: FileRow, links: Page<FileLinkRow>, viewer: Viewer): FileWire {
  const { downloadable } = factsOf(row.purpose);
  return {
    id: row.id,
    object: "file",
    created: seconds(row.createdAt),
    expires_at: row.expiresAt === null ? null : seconds(row.expiresAt),
    filename: row.filename,
    links: viewer.publishable ? null : linksOf(row, links, viewer),
    purpose: row.purpose,
    size: row.size,
    title: null,
    type: row.kind,
    url: downloadable && !viewer.publishable ? `${config().publicUrl}/v1/files/${row.id}/contents` : null,
  };
}

function linksOf({ id }: FileRow, { rows, hasMore }: Page<FileLinkRow>, viewer: Viewer) {
  return {
    object: "list" as const,
    data: rows.map((row) => toFileLink(row, viewer.environment, viewer.now())),
    has_more: hasMore,
    url: `/v1/file_links?file=${id}`,
  };
}
