"use server";

import { attachFeature, detachFeature } from "#lib/features/attach-feature";
import { createFeature } from "#lib/features/create-feature";
import { updateFeature } from "#lib/features/update-feature";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";
import { besideField, needed, textTyped } from "../_parts/read-typed";
import { activeForm, fieldsForm } from "../_parts/small-forms";
import { attachForm, detachForm } from "./forms";

const lookupKeyTaken = { lookup_key: { param: "lookupKey", code: "feature_exists" } };

export const addFeature = formAction(
  fieldsForm,
  async (viewer, { fields, metadata }) => {
    const name = needed(textTyped(fields, "name", 80), "name");
    const lookupKey = needed(textTyped(fields, "lookupKey", 80), "lookupKey");
    return besideField(createFeature(viewer, { name, lookupKey, metadata }), lookupKeyTaken);
  },
  { next: (viewer, { id }) => paths.feature(viewer, id) },
);

export const editFeature = formAction(
  fieldsForm,
  async (viewer, { fields, metadata }) => {
    const name = needed(textTyped(fields, "name", 80), "name");
    return updateFeature(viewer, fields.id ?? "", { name, metadata });
  },
  { next: (viewer, { id }) => paths.feature(viewer, id) },
);

export const setFeatureActive = formAction(
  activeForm,
  (viewer, { id, active }) => updateFeature(viewer, id, { active: active === "yes" }),
  { next: (viewer, { id }) => paths.feature(viewer, id) },
);

export const giveFeature = formAction(
  attachForm,
  (viewer, { product, feature }) => attachFeature(viewer, product, feature),
  { next: (viewer, { row }) => paths.product(viewer, row.productId) },
);

export const takeFeature = formAction(
  detachForm,
  async (viewer, { product, id }) => {
    await detachFeature(viewer, product, id);
    return product;
  },
  { next: (viewer, product) => paths.product(viewer, product) },
);
