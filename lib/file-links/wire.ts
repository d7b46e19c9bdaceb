import type Stripe from "stripe";
import type { fileLinks } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { config } from "#lib/config";

export type FileLinkRow = typeof fileLinks.$inferSelect;

/** The API's file link, as of `now`. */
export function toFileLink(row: FileLinkRow, environment: ViewedEnvironment, now: number): Stripe.FileLink {
  return {
    id: row.id,
    object: "file_link",
    created: seconds(row.createdAt),
    expired: isExpired(row, now),
    expires_at: row.expiresAt === null ? null : seconds(row.expiresAt),
    file: row.fileId,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    url: `${config().publicUrl}/links/${row.token}`,
  };
}

/** Whether a link opens nothing any more. */
export function isExpired({ expiresAt }: FileLinkRow, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}
