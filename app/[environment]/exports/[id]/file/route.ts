import { Readable } from "node:stream";
import { isDomainError } from "#lib/errors";
import { getDownload } from "#lib/exports/queries";
import { readExport } from "#lib/exports/storage";
import { dayAt } from "#lib/calendar";
import { pageViewer } from "../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; id: string }> };

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file of an export, sent as it is read. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  try {
    const row = await getDownload(viewer, id);
    const name = `${row.dataset}-${dayAt(row.createdAt, viewer.timeZone)}.${row.format}`;
    const body = Readable.toWeb(readExport(row)) as ReadableStream<Uint8Array>;
    return new Response(body, {
      headers: {
        "Content-Type": types[row.format],
        "Content-Length": String(row.size),
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(error.message, { status: error.facts.status });
  }
}
