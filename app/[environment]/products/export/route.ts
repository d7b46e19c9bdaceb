import type { NextRequest } from "next/server";
import { whileAllowed } from "#lib/auth/while-allowed";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { sheetNames } from "#lib/catalogue/file/sheet";
import { activities, offeredIn } from "#lib/catalogue/list/activity-filter";
import { csvAnswer } from "../../../_server/csv-answer";
import { pageViewer } from "../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string }> };

/** A list of the catalogue as a file: what is on offer, what is archived, or both. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const asked = request.nextUrl.searchParams;
  const of = sheetNames.find((name) => name === asked.get("of")) ?? "products";
  const activity = activities.find((one) => one === asked.get("state")) ?? "active";
  const file = exportCatalogue(viewer, { of, active: offeredIn(activity) });
  return csvAnswer(of, whileAllowed(viewer, "exports:read", file));
}
