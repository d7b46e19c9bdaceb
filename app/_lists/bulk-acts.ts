import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type ActName, actsOfList, isActName, permissionFor } from "#lib/bulk/acts";
import { isDatasetName } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";

/** Where it is asked how to do something to many rows. */
export const bulkPaths = {
  refund: paths.refundMany,
  receipt: paths.sendManyReceipts,
  metadata: paths.addManyMetadata,
  delete_customer: paths.deleteManyCustomers,
  accept_dispute: paths.acceptManyDisputes,
} satisfies Record<ActName, (viewer: Viewer) => string>;

export interface OfferedAct {
  name: string;
  label: string;
}

/** What runs this viewer may have over the rows of a list. */
export function runActs(viewer: Viewer, list: string): (OfferedAct & { name: ActName })[] {
  const t = translator(viewer.locale, "bulk");
  return actsOfList(list)
    .filter((act) => may(viewer, permissionFor[act]))
    .map((name) => ({ name, label: t(`ask.${name}`) }));
}

/** What this viewer may do with rows chosen of a list: a run, or a file of them. */
export function bulkActs(viewer: Viewer, list: string): OfferedAct[] {
  const files = isDatasetName(list) && may(viewer, "exports:read");
  const label = translator(viewer.locale, "bulk")("ask.export");
  return [...runActs(viewer, list), ...(files ? [{ name: "export", label }] : [])];
}

/** Where an act on chosen rows goes on; null for what is none. */
export function actPath(
  viewer: Viewer,
  act: string,
  { id, list }: { id: string; list: string },
): string | null {
  const selection = new URLSearchParams({ selection: id }).toString();
  if (isActName(act)) return `${bulkPaths[act](viewer)}?${selection}`;
  return act === "export" && isDatasetName(list) ? paths.newExport(viewer, list, selection) : null;
}
