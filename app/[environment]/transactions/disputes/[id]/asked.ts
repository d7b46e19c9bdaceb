import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type DisputePageProps = { params: Promise<{ environment: string; id: string }> };

const readCase = cache((viewer: Viewer, id: string) => found(getDisputeCase(viewer, id)));

/** Who asks for the page of a dispute, and what it is about: read once for a page and its title. */
export async function askedCase(params: DisputePageProps["params"]) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, found: await readCase(viewer, id) };
}
