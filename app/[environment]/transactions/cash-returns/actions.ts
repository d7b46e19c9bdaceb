"use server";

import { z } from "zod";
import { cancelCashReturn } from "#lib/cash/cancel-return";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../_server/form-action";

export const cancelReturn = operationFormAction(
  z.strictObject({ return: z.string() }),
  (viewer, { return: id }) => cancelCashReturn(viewer, id),
  { next: (viewer, { id }) => paths.cashReturn(viewer, id) },
);
