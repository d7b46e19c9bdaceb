"use server";

import { z } from "zod";
import { eraseCustomer } from "#lib/customers/erase/erase-customer";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { afterDone } from "../../_server/local-path";

const typed = z
  .strictObject({ id: z.string(), typed: z.string().trim() })
  .refine(({ id, typed: said }) => said === id, { path: ["typed"], message: "typed_otherwise" });

export const erase = formAction(typed, (viewer, { id }) => eraseCustomer(viewer, id), {
  next: (viewer) => afterDone(paths.customers(viewer), "erased"),
});
