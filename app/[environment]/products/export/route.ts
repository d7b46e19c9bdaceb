import type { NextRequest } from "next/server";
import { whileAllowed } from "#lib/auth/while-allowed";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { activities, offeredIn } from "#lib/catalogue/list/activity-filter";
import { csvAnswer } from "../../../_server/csv-answer";
import { pageViewer } from "../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string }> };

/** The products and their prices as a file: what is on offer, what is archived, or both. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const state = request.nextUrl.searchParams.get("state");
  const activity = activities.find((one) => one === state) ?? "active";
  const file = exportCatalogue(viewer, { active: offeredIn(activity) });
  return csvAnswer("catalogue", whileAllowed(viewer, "exports:read", file));
}
