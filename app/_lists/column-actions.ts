"use server";

import { z } from "zod";
import { chooseColumns } from "#lib/lists/columns";
import { formAction } from "../_server/form-action";
import { several } from "../_server/form-values";
import { movedColumns } from "./moved-columns";

const columnsForm = z.object({
  list: z.string(),
  order: several(z.string()),
  shown: several(z.string()).refine((shown) => shown.length > 0, "column_required"),
  act: z.string().optional(),
});

/** Keeps what the viewer chose of a list's columns: shown, moved, or the usual ones again. */
export const chooseListColumns = formAction(columnsForm, (viewer, { list, order, shown, act }) => {
  const columns =
    act === "reset"
      ? null
      : movedColumns(
          order.filter((key) => shown.includes(key)),
          act,
        );
  return chooseColumns(viewer, { list, columns });
});
