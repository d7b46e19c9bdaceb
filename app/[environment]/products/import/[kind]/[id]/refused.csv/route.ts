import { refusedAnswer } from "../../../../../../_imports/refused-answer";
import { catalogueImportShown, type ImportParams } from "../../import-page";

type RouteProps = { params: Promise<ImportParams & { id: string }> };

/** The refused rows of a file of the catalogue. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const { id, ...named } = await params;
  return refusedAnswer(await catalogueImportShown(named), id, "products:write");
}
