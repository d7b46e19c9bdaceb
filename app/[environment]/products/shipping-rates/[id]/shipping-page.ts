import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getShippingRate } from "#lib/shipping-rates/queries";
import type { ShippingRateRow } from "#lib/shipping-rates/wire";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type ShippingPageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which way to ship, or nothing found. */
export async function shippingOf({
  params,
}: ShippingPageProps): Promise<{ viewer: Viewer; rate: ShippingRateRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, rate: await read(viewer, id) };
}

const read = cache((viewer: Viewer, id: string) => found(getShippingRate(viewer, id)));
