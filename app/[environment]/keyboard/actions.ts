"use server";

import { turnKeys } from "#lib/pages/keyboard";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { keysForm } from "./forms";

export const turn = formAction(keysForm, (viewer, { keys }) => turnKeys(viewer, keys), {
  next: (viewer) => paths.keyboard(viewer),
});
