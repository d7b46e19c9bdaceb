import { evidencePacket } from "#lib/disputes/packet/evidence-packet";
import { isDomainError } from "#lib/errors";
import { paths } from "#lib/paths";
import { pageViewer } from "../../../../../_server/page-viewer";
import { seeOther } from "../../../../../_server/see-other";

/** The evidence as the bank reads it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ environment: string; id: string }> },
): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (viewer.conceal) return seeOther(paths.reveal(viewer, "dispute", id));
  try {
    const packet = await evidencePacket(viewer, id);
    return new Response(new Uint8Array(packet), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="${id}.pdf"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { status } = error.facts;
    // It was given up: what to do about it is said where it was asked for.
    if (status === 503) return seeOther(`${paths.dispute(viewer, id)}?packet=late`);
    return new Response(null, { status });
  }
}
