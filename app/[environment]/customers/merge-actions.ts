"use server";

import { z } from "zod";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";

export const merge = formAction(
  z.strictObject({ into: z.string(), from: z.string() }),
  (viewer, { into, from }) => mergeCustomers(viewer, { intoId: into, fromId: from }),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);
