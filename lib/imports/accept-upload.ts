import type { IncomingMessage, ServerResponse } from "node:http";
import { readUpload } from "#lib/api/read-upload";
import { findSession } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import { invalid, isDomainError } from "#lib/errors";
import { hashOf } from "#lib/api/form-values";
import { newId } from "#lib/ids";
import { paths } from "#lib/paths";
import { beginImport } from "./begin-import.ts";
import { openUploadAddress, type UploadPass } from "./upload-address.ts";

/** Bytes. */
export const largestImport = 100 * 1024 * 1024;

/** Answers `POST /imports/…`: takes the file that a person's page sends, and leads to what it became. */
export async function handleImportUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pass = request.method === "POST" ? openUploadAddress(request.url ?? "") : null;
  const viewer = pass && (await viewerOf(request, pass));
  if (!pass || !viewer) return leave(request, response, { status: 303, to: "/" });
  try {
    const id = await takeIn(request, viewer, pass.kind);
    leave(request, response, { status: 303, to: paths.importOf(viewer, pass.kind, id) });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problem = error.facts.status === 413 ? "import_too_large" : (error.facts.code ?? "file_not_csv");
    const to = `${paths.imports(viewer, pass.kind)}?${new URLSearchParams({ problem })}`;
    leave(request, response, { status: 303, to });
  }
}

async function takeIn(request: IncomingMessage, viewer: Viewer, kind: string): Promise<string> {
  const rule = { field: "file", limit: () => largestImport };
  const upload = await readUpload(request, hashOf(), rule, viewer.environmentId);
  try {
    if (upload.kind !== null && upload.kind !== "csv" && upload.kind !== "txt") {
      throw invalid("This is not a file of comma-separated values.", { code: "file_not_csv", param: "file" });
    }
    return (await beginImport(viewer, kind, upload)).id;
  } finally {
    await upload.settle();
  }
}

async function viewerOf(request: IncomingMessage, pass: UploadPass): Promise<Viewer | null> {
  const signedIn = await findSession(pass.sessionId, pass.personId);
  if (!signedIn) return null;
  const {
    "user-agent": userAgent = null,
    "x-forwarded-for": address,
    "accept-language": language,
  } = request.headers;
  return viewerForMember({
    person: signedIn.person,
    slug: pass.slug,
    request: {
      id: newId("req", Date.now()),
      idempotencyKey: null,
      address: [address ?? null].flat()[0] ?? null,
      userAgent,
    },
    provedAt: signedIn.session.provedAt,
    acceptLanguage: language ?? null,
  });
}

function leave(
  request: IncomingMessage,
  response: ServerResponse,
  { status, to }: { status: number; to: string },
): void {
  request.resume();
  response.writeHead(status, { Location: to, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  response.end();
}
