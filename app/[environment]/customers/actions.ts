"use server";

import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { updateCustomer } from "#lib/customers/update-customer";
import { paths } from "#lib/paths";
import { metadataTyped } from "../../_metadata/metadata-typed";
import { formAction, operationFormAction } from "../../_server/form-action";
import { afterDone } from "../../_server/local-path";
import { customerForm, editCustomerForm, newCustomerForm } from "./forms";
import { besideFields } from "./field-of";

export const addCustomer = operationFormAction(
  newCustomerForm,
  (viewer, input) => besideFields(createCustomer(viewer, input)),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);

export const editCustomer = operationFormAction(
  editCustomerForm,
  (viewer, input) => besideFields(updateCustomer(viewer, input)),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);

export const saveMetadata = operationFormAction(
  metadataTyped,
  (viewer, { id, changes }) => updateCustomer(viewer, { id, metadata: changes }),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);

export const removeCustomer = formAction(customerForm, (viewer, { id }) => deleteCustomer(viewer, id), {
  next: (viewer) => afterDone(paths.customers(viewer), "deleted"),
});
