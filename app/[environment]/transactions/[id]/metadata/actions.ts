"use server";

import { paths } from "#lib/paths";
import { getPayment } from "#lib/payments/queries";
import { updatePayment } from "#lib/payments/update-payment";
import { operationFormAction } from "../../../../_server/form-action";
import { metadataTyped } from "./metadata-typed";

export const saveMetadata = operationFormAction(
  metadataTyped,
  async (viewer, { payment: paymentId, metadata }) => {
    const before = await getPayment(viewer, paymentId);
    const gone = Object.keys(before.metadata).filter((name) => !Object.hasOwn(metadata, name));
    const removed = Object.fromEntries(gone.map((name) => [name, null]));
    return updatePayment(viewer, paymentId, { metadata: { ...metadata, ...removed } });
  },
  { next: (viewer, { id }) => paths.payment(viewer, id) },
);
