"use server";

import { paths } from "#lib/paths";
import { updatePayment } from "#lib/payments/update-payment";
import { metadataTyped } from "../../../../_metadata/metadata-typed";
import { operationFormAction } from "../../../../_server/form-action";

export const saveMetadata = operationFormAction(
  metadataTyped,
  (viewer, { id, changes }) => updatePayment(viewer, id, { metadata: changes }),
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
