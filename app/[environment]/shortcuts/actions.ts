"use server";

import { pinShortcuts } from "#lib/pages/shortcuts";
import { paths } from "#lib/paths";
import { formAction } from "../../_server/form-action";
import { pinnedForm } from "./forms";

export const applyShortcuts = formAction(pinnedForm, (viewer, { pages }) => pinShortcuts(viewer, pages), {
  next: (viewer) => paths.home(viewer),
});
