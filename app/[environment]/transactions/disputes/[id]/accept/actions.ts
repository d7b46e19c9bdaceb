"use server";

import { z } from "zod";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../../../_server/form-action";

export const accept = operationFormAction(
  z.strictObject({ dispute: z.string() }),
  (viewer, { dispute }) => acceptDispute(viewer, dispute),
  { next: (viewer, { id }) => paths.dispute(viewer, id) },
);
