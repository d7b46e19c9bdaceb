"use server";

import { copyProduct } from "#lib/catalogue/copy-product";
import { paths } from "#lib/paths";
import { operationFormAction } from "../../../../_server/form-action";
import { pageViewer } from "../../../../_server/page-viewer";
import { copyForm } from "./forms";

export const copy = operationFormAction(
  copyForm,
  async (viewer, { id, environment }) => {
    const into = await pageViewer(environment);
    await copyProduct(viewer, into, id);
    return paths.product(into, id);
  },
  { next: (_viewer, path) => path },
);
