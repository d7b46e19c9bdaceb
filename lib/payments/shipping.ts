import type { z } from "zod";
import type { Shipping } from "#db/schema/customers";
import type { shipping } from "#lib/api/params";
import { fullAddress } from "#lib/payment-methods/billing-details";

/** Where goods go, whole: what was not given is null. */
export function toShipping(given: z.output<ReturnType<typeof shipping>>): Shipping {
  const { address, name, phone = null, carrier = null, tracking_number = null } = given;
  return { address: fullAddress(address), name, phone, carrier, tracking_number };
}
