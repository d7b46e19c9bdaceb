import { listTotals } from "#lib/lists/list-totals";
import { fromWords } from "#lib/lists/words";
import { totalsWords } from "../../../../_lists/totals-words";
import { pageViewer } from "../../../../_server/page-viewer";
import { refusedFile } from "../../../../_server/refused-file";

type Context = { params: Promise<{ environment: string; list: string }> };

/** How many rows of a list an address lets pass and what they come to, in words, for the page that shows them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { environment, list } = await params;
  const viewer = await pageViewer(environment);
  const asked = new URL(request.url).searchParams;
  return refusedFile(async () => {
    const totals = await listTotals(viewer, { list, address: fromWords(asked) });
    return new Response(totalsWords(viewer, totals), {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
    });
  });
}
