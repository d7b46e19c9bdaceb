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

const unused = new WeakSet<z.core.$ZodType>();

/** A parameter that says nothing where it stands, such as an option of a method nobody can pay with: taken and dropped. */
export function dropped() {
  const schema = z
    .unknown()
    .transform((): undefined => undefined)
    .optional();
  unused.add(schema);
  return schema;
}

/** Whether a parameter is one that is taken and dropped: the documents do not offer it. */
export function isDropped(schema: z.core.$ZodType): boolean {
  return unused.has(schema);
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

/** What a browser found out about its customer's visit; no browser finds anything out here. */
export const radarSession = () => noSuch("radar session");

/** What only platforms and their connected accounts send, of a payment. */
export const connectParams = {
  application_fee_amount: refused(
    "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).",
  ),
  on_behalf_of: noSuch("account"),
  transfer_data: refused("There are no connected accounts here, so that nothing can be transferred to one."),
};

/** What names a platform or a connected account: null here, and expanded to as much. */
export const ofPlatforms = ["application", "on_behalf_of"] as const;
