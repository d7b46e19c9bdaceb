import { config } from "#lib/config";

/** Where the customer proves to be the card's holder. `token` is unguessable and known to the payment alone. */
export function authenticationUrl(environmentId: number, paymentId: string, token: string): string {
  return `${config().publicUrl}/authenticate/${environmentId}/${paymentId}/${token}`;
}
