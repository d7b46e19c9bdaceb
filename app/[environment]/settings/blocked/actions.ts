"use server";

import { z } from "zod";
import { paths } from "#lib/paths";
import { addToDefaultList } from "#lib/value-lists/add-item";
import { effects, subjects } from "#lib/value-lists/default-lists";
import { removeListItem } from "#lib/value-lists/remove-item";
import { formAction } from "../../../_server/form-action";

export const add = formAction(
  z.strictObject({
    effect: z.enum(effects),
    subject: z.enum(subjects),
    value: z.string().trim().min(1, "required").max(500, "too_long"),
  }),
  addToDefaultList,
  { next: paths.blocked },
);

export const remove = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => removeListItem(viewer, id),
  { next: paths.blocked },
);
