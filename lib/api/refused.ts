import { z } from "zod";

/*
 * Parameters of products that are not here. They are known, so that whoever sends one hears why it cannot be,
 * rather than that it does not exist.
 */

/** A parameter that is refused whenever it is sent. */
export function refused(message: string, code?: string) {
  return z
    .unknown()
    .transform((value, context): undefined => {
      context.addIssue({ code: "custom", message, ...(code ? { params: { code } } : {}), input: value });
      return z.NEVER;
    })
    .optional();
}

/** The id of an object of a kind there is none of. */
export function noSuch(kind: string) {
  return z
    .unknown()
    .transform((value, context): undefined => {
      const message = `No such ${kind}: '${typeof value === "string" ? value.slice(0, 255) : ""}'`;
      context.addIssue({ code: "custom", message, params: { code: "resource_missing" }, input: value });
      return z.NEVER;
    })
    .optional();
}

/** What only platforms and their connected accounts send, of a payment. */
export const connectParams = {
  application_fee_amount: refused(
    "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).",
  ),
  on_behalf_of: noSuch("account"),
  transfer_data: refused("There are no connected accounts here, so that nothing can be transferred to one."),
};
