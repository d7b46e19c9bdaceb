"use server";

import { z } from "zod";
import { assignDispute } from "#lib/disputes/assign-dispute";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";

export const assign = formAction(
  z.strictObject({ dispute: z.string(), assignee: z.string() }),
  (viewer, { dispute: disputeId, assignee }) =>
    assignDispute(viewer, { disputeId, personId: assignee || null }),
  { next: (viewer, { id }) => paths.dispute(viewer, id) },
);
