import { Readable } from "node:stream";
import { isDomainError } from "#lib/errors";
import { downloadHeaders } from "#lib/files/download";
import { downloadFile } from "#lib/files/queries";
import { read } from "#lib/files/storage";
import { pageViewer } from "../../../_server/page-viewer";

/** The contents of a file, saved rather than shown. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ environment: string; id: string }> },
): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  try {
    const file = await downloadFile(viewer, id);
    const headers = new Headers();
    for (const [name, value] of Object.entries(downloadHeaders(file, "attachment")))
      headers.set(name, String(value));
    const contents = Readable.toWeb(read(file.environmentId, file.storedAs));
    return new Response(contents as ReadableStream<Uint8Array>, { headers });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(null, { status: error.facts.status });
  }
}
