import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { Status } from "../../../_ui/status";
import { looks } from "./coupon-words";

/** Whether a coupon or a code can be redeemed now. */
export function CouponStanding({ viewer, standing }: { viewer: Viewer; standing: keyof typeof looks }) {
  return <Status {...looks[standing]}>{translator(viewer.locale, "coupons")(`standing.${standing}`)}</Status>;
}
