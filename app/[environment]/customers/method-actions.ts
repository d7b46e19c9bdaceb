"use server";

import { updateCustomer } from "#lib/customers/update-customer";
import { paths } from "#lib/paths";
import { addPaymentMethod } from "#lib/payment-methods/add-payment-method";
import { detachPaymentMethod } from "#lib/payment-methods/detach-payment-method";
import { formAction, operationFormAction } from "../../_server/form-action";
import { afterDone } from "../../_server/local-path";
import { cardForm, methodForm, testMethodForm } from "./method-forms";
import { besideFields } from "./field-of";

export const addCard = operationFormAction(
  cardForm,
  (viewer, input) => besideFields(addPaymentMethod(viewer, input)),
  { next: (viewer, { customerId }) => paths.customer(viewer, customerId ?? "") },
);

export const addTestMethod = operationFormAction(testMethodForm, addPaymentMethod, {
  next: (viewer, { customerId }) => paths.customer(viewer, customerId ?? ""),
});

export const makeDefault = operationFormAction(
  methodForm,
  (viewer, { customer, method }) =>
    updateCustomer(viewer, { id: customer, invoiceSettings: { defaultPaymentMethodId: method } }),
  { next: (viewer, { id }) => paths.customer(viewer, id) },
);

export const removeMethod = formAction(
  methodForm,
  async (viewer, { customer, method }) => {
    await detachPaymentMethod(viewer, method);
    return customer;
  },
  { next: (viewer, customer) => afterDone(paths.customer(viewer, customer), "method_removed") },
);
