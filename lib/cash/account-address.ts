import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { config } from "#lib/config";

/** The address where a customer names their bank account, in its parts. What a browser sends back is read by this. */
export const accountAddress = z.object({ environment: z.string(), return: z.string(), token: z.string() });

export type AccountAddress = z.infer<typeof accountAddress>;

/** Where the customer of a return names their bank account. Its end cannot be guessed, and only their mail has it. */
export function accountUrl(environmentId: number, returnId: string): string {
  const environment = String(environmentId);
  const token = tokenOf({ environment, return: returnId });
  return `${config().publicUrl}/bank-details/${environment}/${returnId}/${token}`;
}

/** Whether the end of an address is that of its return. */
export function isOfReturn(address: AccountAddress): boolean {
  const expected = Buffer.from(tokenOf(address));
  const given = Buffer.from(address.token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function tokenOf({ environment, return: returnId }: Omit<AccountAddress, "token">): string {
  const words = `bank details ${environment} ${returnId}`;
  return createHmac("sha256", config().secret).update(words).digest("base64url");
}
