"use server";

import { z } from "zod";
import { addBlockEntry } from "#lib/block-lists/add-entry";
import { blockLists } from "#lib/block-lists/block-entry";
import { removeBlockEntry } from "#lib/block-lists/remove-entry";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";

export const add = formAction(
  z.strictObject({
    list: z.enum(blockLists),
    value: z.string().trim().min(1, "required").max(500, "too_long"),
  }),
  addBlockEntry,
  { next: paths.blocked },
);

export const remove = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => removeBlockEntry(viewer, id),
  { next: paths.blocked },
);
