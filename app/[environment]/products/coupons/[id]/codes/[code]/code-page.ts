import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { getPromotionCode } from "#lib/promotion-codes/queries";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { found } from "../../../../../../_server/found";
import { pageViewer } from "../../../../../../_server/page-viewer";

export type CodePageProps = { params: Promise<{ environment: string; id: string; code: string }> };

/** Who looks at which code of which coupon, or nothing found. The coupon may be deleted meanwhile. */
export async function codeOf({ params }: CodePageProps): Promise<{ viewer: Viewer; code: PromotionCode }> {
  const { environment, id, code } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, code: await read(viewer, id, code) };
}

const read = cache((viewer: Viewer, couponId: string, id: string) => found(ownCode(viewer, couponId, id)));

async function ownCode(viewer: Viewer, couponId: string, id: string): Promise<PromotionCode> {
  const code = await getPromotionCode(viewer, id);
  if (code.coupon.id !== couponId) throw notFound("promotion code", id);
  return code;
}
