import { customerResource } from "#lib/customers/api";
import { paymentMethodResource } from "#lib/payment-methods/api";
import { tokenResource } from "#lib/tokens/api";
import type { Resource } from "./endpoint.ts";

/** Every kind of object the API knows; each area declares its own in its `api.ts`. */
export const resources: readonly Resource[] = [customerResource, paymentMethodResource, tokenResource];
