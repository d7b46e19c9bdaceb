"use server";

import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import { updateTaxRate } from "#lib/tax-rates/update-tax-rate";
import { formAction } from "../../../_server/form-action";
import { activeForm, fieldsForm } from "../_parts/small-forms";
import { factsTyped, rateTyped } from "./rate-typed";

export const addRate = formAction(
  fieldsForm,
  async (viewer, { fields, metadata }) => {
    authorize(viewer, "products:write");
    return createTaxRate(viewer, rateTyped(fields, metadata));
  },
  { next: (viewer, { id }) => paths.taxRate(viewer, id) },
);

export const editRate = formAction(
  fieldsForm,
  async (viewer, { fields, metadata }) => {
    authorize(viewer, "products:write");
    return updateTaxRate(viewer, fields.id ?? "", factsTyped(fields, metadata));
  },
  { next: (viewer, { id }) => paths.taxRate(viewer, id) },
);

export const setRateActive = formAction(
  activeForm,
  (viewer, { id, active }) => updateTaxRate(viewer, id, { active: active === "yes" }),
  { next: (viewer, { id }) => paths.taxRate(viewer, id) },
);
