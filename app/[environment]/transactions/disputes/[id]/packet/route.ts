import { evidencePacket } from "#lib/disputes/packet/evidence-packet";
import { isDomainError } from "#lib/errors";
import { pageViewer } from "../../../../../_server/page-viewer";

/** The evidence as the bank reads it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ environment: string; id: string }> },
): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
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
    return new Response(null, { status: error.facts.status });
  }
}
