import { isDomainError } from "#lib/errors";
import { payoutCsv } from "#lib/payouts/payout-csv";
import { pageViewer } from "../../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; id: string }> };

/** What an automatic payout consists of, as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  try {
    return new Response(await payoutCsv(viewer, id), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${id.replaceAll(/[^\w-]/g, "")}.csv"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(error.message, { status: error.facts.status });
  }
}
