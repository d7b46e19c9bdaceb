"use server";

import { z } from "zod";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { afterDone } from "../../_server/local-path";

export const merge = formAction(
  z.strictObject({ into: z.string(), from: z.string() }),
  (viewer, { into, from }) => mergeCustomers(viewer, { intoId: into, fromId: from }),
  { next: (viewer, { id }) => afterDone(paths.customer(viewer, id), "merged") },
);
