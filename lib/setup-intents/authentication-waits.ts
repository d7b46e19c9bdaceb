import { type AuthenticationAddress, openAuthentication } from "#lib/payments/authentication-page";
import { openDeposits } from "./deposits-page.ts";
import { isSetupAddress, openSetupAuthentication } from "./authentication-page.ts";

/** Whether a payment or a setup waits for its customer at this address: for the bank's page, or for deposits to be read. */
export async function authenticationWaits(address: AuthenticationAddress): Promise<boolean> {
  const open = isSetupAddress(address) ? openSetupAuthentication : openAuthentication;
  return (await open(address)) !== null || (await openDeposits(address)) !== null;
}
