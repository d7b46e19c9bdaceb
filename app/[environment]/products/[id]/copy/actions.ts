"use server";

import { copyProduct } from "#lib/catalogue/copy-product";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../../_server/form-action";
import { afterDone } from "../../../../_server/local-path";
import { pageViewer } from "../../../../_server/page-viewer";
import { copyForm } from "./forms";

export const copy = operationFormAction(
  copyForm,
  async (viewer, { id, environment }) => {
    const into = await pageViewer(environment);
    await copyProduct(viewer, into, id);
    return afterDone(paths.product(into, id), "copied");
  },
  { next: (_viewer, path) => path },
);
