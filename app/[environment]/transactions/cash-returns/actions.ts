"use server";

import { z } from "zod";
import { askAgainForAccount } from "#lib/cash/ask-again";
import { cancelCashReturn } from "#lib/cash/cancel-return";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../_server/form-action";

export const cancelReturn = operationFormAction(
  z.strictObject({ return: z.string() }),
  (viewer, { return: id }) => cancelCashReturn(viewer, id),
  { next: (viewer, { id }) => paths.cashReturn(viewer, id) },
);

export const askAgain = operationFormAction(
  z.strictObject({ return: z.string() }),
  (viewer, { return: id }) => askAgainForAccount(viewer, id),
  { next: (viewer, { id }) => paths.cashReturn(viewer, id) },
);
