import { refusedAnswer } from "../../../../../_imports/refused-answer";
import { pageViewer } from "../../../../../_server/page-viewer";
import { customerImportShown } from "../../customer-targets";

type RouteProps = { params: Promise<{ environment: string; id: string }> };

/** The refused rows of a file of customers. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return refusedAnswer(customerImportShown(viewer), id, "customers:write");
}
