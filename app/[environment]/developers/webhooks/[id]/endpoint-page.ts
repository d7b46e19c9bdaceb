import type { Viewer } from "#lib/auth/viewer";
import { getDestination, getEndpoint } from "#lib/webhooks/queries";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type EndpointPageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which endpoint, or nothing found. */
export async function endpointOf({
  params,
}: EndpointPageProps): Promise<{ viewer: Viewer; endpoint: WebhookEndpointRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, endpoint: await found(getEndpoint(viewer, id)) };
}

/** As `endpointOf`, also for a command line that listens. */
export async function destinationOf({
  params,
}: EndpointPageProps): Promise<{ viewer: Viewer; endpoint: WebhookEndpointRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, endpoint: await found(getDestination(viewer, id)) };
}
