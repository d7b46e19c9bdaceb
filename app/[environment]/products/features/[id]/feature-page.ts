import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getFeature } from "#lib/features/queries";
import type { FeatureRow } from "#lib/features/wire";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type FeaturePageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which feature, or nothing found. */
export async function featureOf({
  params,
}: FeaturePageProps): Promise<{ viewer: Viewer; feature: FeatureRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, feature: await read(viewer, id) };
}

const read = cache((viewer: Viewer, id: string) => found(getFeature(viewer, id)));
