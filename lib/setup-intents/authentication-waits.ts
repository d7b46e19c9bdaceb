import { type AuthenticationAddress, openAuthentication } from "#lib/payments/authentication-page";
import { isSetupAddress, openSetupAuthentication } from "./authentication-page.ts";

/** Whether a payment or a setup waits for its customer at this address. */
export async function authenticationWaits(address: AuthenticationAddress): Promise<boolean> {
  const open = isSetupAddress(address) ? openSetupAuthentication : openAuthentication;
  return (await open(address)) !== null;
}
