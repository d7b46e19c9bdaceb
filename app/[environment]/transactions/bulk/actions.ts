"use server";

import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import { createRun } from "#lib/bulk/create-run";
import type { BulkRun } from "#lib/bulk/run";
import type { Viewer } from "#lib/auth/viewer";
import { isCurrency } from "#lib/money";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";
import { refundChoices } from "../[id]/refund/refund-choices";
import { shareTyped } from "./share-typed";

const next = (viewer: Viewer, { id }: BulkRun) => paths.bulkRun(viewer, id);

const refundTyped = z
  .strictObject({
    selection: z.string(),
    share: z.enum(["all", "percent", "amount"]),
    value: z.string().trim(),
    currency: z.string().refine(isCurrency),
    reason: z.enum(refundChoices, "required"),
    note: z.string().trim().max(500, "too_long"),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "required" });

export const refundMany = formAction(
  refundTyped,
  (viewer, { selection, reason, note, ...typed }) => {
    authorize(viewer, "refunds:write");
    return createRun(viewer, {
      selection,
      act: {
        act: "refund",
        share: shareTyped(typed, viewer.locale),
        reason: reason === "other" ? null : reason,
        note: note || null,
      },
    });
  },
  { next },
);

export const sendManyReceipts = formAction(
  z.strictObject({ selection: z.string() }),
  (viewer, { selection }) => createRun(viewer, { selection, act: { act: "receipt" } }),
  { next },
);

const metadataTyped = z.strictObject({
  selection: z.string(),
  name: z
    .string()
    .trim()
    .min(1, "required")
    .max(40, "metadata_name_long")
    .regex(/^[^[\]]*$/, "metadata_name_brackets"),
  value: z.string().trim().min(1, "required").max(500, "metadata_value_long"),
});

export const addManyMetadata = formAction(
  metadataTyped,
  (viewer, { selection, name, value }) =>
    createRun(viewer, { selection, act: { act: "metadata", metadata: { [name]: value } } }),
  { next },
);

export const acceptManyDisputes = formAction(
  z.strictObject({ selection: z.string() }),
  (viewer, { selection }) => createRun(viewer, { selection, act: { act: "accept_dispute" } }),
  { next },
);

export const deleteManyCustomers = formAction(
  z.strictObject({ selection: z.string() }),
  (viewer, { selection }) => createRun(viewer, { selection, act: { act: "delete_customer" } }),
  { next },
);
