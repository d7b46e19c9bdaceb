import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type ActName, actNames, permissionFor } from "#lib/bulk/acts";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";

/** Where it is asked how to do something to many payments. */
export const bulkPaths = {
  refund: paths.refundMany,
  receipt: paths.sendManyReceipts,
  metadata: paths.addManyMetadata,
} satisfies Record<ActName, (viewer: Viewer) => string>;

/** Whether a text names something that can be done to many payments. */
export function isBulkAct(text: string): text is ActName {
  return actNames.some((act) => act === text);
}

/** What this viewer may do to many payments at once. */
export function paymentActs(viewer: Viewer): { name: ActName; label: string }[] {
  const t = translator(viewer.locale, "bulk");
  return actNames
    .filter((act) => may(viewer, permissionFor[act]))
    .map((name) => ({ name, label: t(`ask.${name}`) }));
}
