import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getProduct } from "#lib/products/queries";
import type { ProductRow } from "#lib/products/wire";
import { found } from "../../../_server/found";
import { pageViewer } from "../../../_server/page-viewer";

export type ProductPageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which product, or nothing found. */
export async function productOf({
  params,
}: ProductPageProps): Promise<{ viewer: Viewer; product: ProductRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, product: await read(viewer, id) };
}

const read = cache((viewer: Viewer, id: string) => found(getProduct(viewer, id)));
