"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { orderExport } from "#lib/exports/order-export";
import { stopExport } from "#lib/exports/stop-export";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { exportTyped, toChoices } from "./export-typed";

export const order = formAction(
  exportTyped,
  async (viewer, typed) => {
    authorize(viewer, "exports:read");
    return orderExport(viewer, await toChoices(viewer, typed));
  },
  {
    next: (viewer, { id }) => paths.orderedExport(viewer, id),
  },
);

export const stop = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => stopExport(viewer, id),
  {
    next: (viewer, { id }) => paths.export(viewer, id),
  },
);
