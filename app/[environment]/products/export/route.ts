import type { NextRequest } from "next/server";
import { whileAllowed } from "#lib/auth/while-allowed";
import { exportCatalogue } from "#lib/catalogue/export-catalogue";
import { csvAnswer } from "../../../_server/csv-answer";
import { pageViewer } from "../../../_server/page-viewer";
import { activeIn, viewIn } from "../_parts/view-tabs";

type Context = { params: Promise<{ environment: string }> };

/** The products and their prices as a file: those the list shows. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const view = viewIn({ view: request.nextUrl.searchParams.get("view") ?? undefined });
  return csvAnswer(
    "catalogue",
    whileAllowed(viewer, "exports:read", exportCatalogue(viewer, { active: activeIn(view) })),
  );
}
