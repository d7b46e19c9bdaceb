import { isDomainError } from "#lib/errors";
import { listTotals } from "#lib/lists/list-totals";
import { totalsWords } from "../../../../_lists/totals-words";
import { pageViewer } from "../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; list: string }> };

/** How many rows of a list an address lets pass and what they come to, in words, for the page that shows them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { environment, list } = await params;
  const viewer = await pageViewer(environment);
  const asked = new URL(request.url).searchParams;
  const address = Object.fromEntries([...asked.keys()].map((param) => [param, asked.getAll(param)]));
  try {
    const totals = await listTotals(viewer, { list, address });
    return new Response(totalsWords(viewer, totals), {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(error.message, { status: error.facts.status });
  }
}
