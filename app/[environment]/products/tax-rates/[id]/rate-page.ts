import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getTaxRate } from "#lib/tax-rates/queries";
import type { TaxRateRow } from "#lib/tax-rates/wire";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type RatePageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which tax rate, or nothing found. */
export async function rateOf({ params }: RatePageProps): Promise<{ viewer: Viewer; rate: TaxRateRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, rate: await read(viewer, id) };
}

const read = cache((viewer: Viewer, id: string) => found(getTaxRate(viewer, id)));
