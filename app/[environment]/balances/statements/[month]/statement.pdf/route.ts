import { statementPdf } from "#lib/statements/statement-pdf";
import { refusedFile } from "../../../../../_server/refused-file";
import { pageViewer } from "../../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; month: string }> };

/** The statement of a month as a page of PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, month } = await params;
  const viewer = await pageViewer(environment);
  return refusedFile(async () => {
    const file = await statementPdf(viewer, month);
    return new Response(Uint8Array.from(file), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="statement-${month}.pdf"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}
