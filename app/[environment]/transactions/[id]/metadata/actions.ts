"use server";

import { paths } from "#lib/paths";
import { updatePayment } from "#lib/payments/update-payment";
import { operationFormAction } from "../../../../_server/form-action";
import { metadataTyped } from "./metadata-typed";

export const saveMetadata = operationFormAction(
  metadataTyped,
  (viewer, { payment, changes }) => updatePayment(viewer, payment, { metadata: changes }),
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
