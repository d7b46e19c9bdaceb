import type { NextRequest } from "next/server";
import { paths } from "#lib/paths";
import { pageViewer } from "../../../../_server/page-viewer";
import { seeOther } from "../../../../_server/see-other";

type Context = { params: Promise<{ environment: string }> };

/** Where a customer's authentication leads back to: on to the payment, without its secret in the address. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const id = request.nextUrl.searchParams.get("payment_intent");
  return seeOther(id === null ? paths.transactions(viewer) : paths.payment(viewer, id));
}
