"use server";

import { chooseTiles } from "#lib/home/overview-tiles";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";
import { tilesForm } from "./forms";

export const applyOverview = formAction(tilesForm, (viewer, { tiles }) => chooseTiles(viewer, tiles), {
  next: (viewer) => paths.home(viewer),
});
