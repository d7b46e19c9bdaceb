import { whileAllowed } from "#lib/auth/while-allowed";
import { payoutCsv } from "#lib/payouts/payout-csv";
import { csvAnswer } from "../../../../../_server/csv-answer";
import { pageViewer } from "../../../../../_server/page-viewer";
import { refusedFile } from "../../../../../_server/refused-file";

type Context = { params: Promise<{ environment: string; id: string }> };

/** What an automatic payout consists of, as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return refusedFile(async () => {
    const parts = await payoutCsv(viewer, id);
    return csvAnswer(id, whileAllowed(viewer, "payouts:read", parts));
  });
}
