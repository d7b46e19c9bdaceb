import type { IncomingMessage, ServerResponse } from "node:http";
import { and, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { fileLinks, files } from "#db/schema/index";
import { reader } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { systemViewer } from "#lib/auth/viewer";
import { type Download, downloadHeaders, sendContents } from "#lib/files/download";
import { contentsOf } from "#lib/files/queries";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";
import { translator } from "#lib/i18n/translator";
import { environmentOfToken } from "#lib/public-token";
import { isExpired } from "./wire.ts";

/** Answers `GET /links/…`: the file, for whoever has the address. Nobody signs in. */
export async function handleFileLink(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isAsked = request.method === "GET" || request.method === "HEAD";
  const download = isAsked ? await linkedFile(tokenOf(request.url ?? "")) : null;
  if (!download) return sayNothingIsHere(request, response);
  response.writeHead(200, downloadHeaders(download, "inline"));
  sendContents(response, download);
}

function tokenOf(url: string): string {
  return url.replace(/^\/links\//, "").split("?", 1)[0] ?? "";
}

async function linkedFile(token: string): Promise<Download | null> {
  const environmentId = environmentOfToken(token);
  const environment = environmentId === null ? null : await environmentById(environmentId);
  if (!environment) return null;
  // It reads one file and may do nothing.
  const viewer = systemViewer(environment, "job", new Set());
  const handle = await reader(viewer);
  const [link] = await handle.db
    .select()
    .from(fileLinks)
    .where(and(eq(fileLinks.environmentId, environment.id), eq(fileLinks.token, token)));
  if (!link || isExpired(link, viewer.now())) return null;
  const file = await find(handle, files, link.fileId);
  return file ? contentsOf(viewer, file) : null;
}

function sayNothingIsHere(request: IncomingMessage, response: ServerResponse): void {
  const t = translator(negotiateLocale(null, request.headers["accept-language"]), "problem");
  response.writeHead(404, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(`${t("fileLink")}\n`);
}
