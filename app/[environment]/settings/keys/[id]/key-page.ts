import { getKey } from "#lib/keys/queries";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type KeyPageProps = { params: Promise<{ environment: string; id: string }> };

/** Who asks, and the key the page is about. */
export async function keyOf({ params }: KeyPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, apiKey: await found(getKey(viewer, id)) };
}
