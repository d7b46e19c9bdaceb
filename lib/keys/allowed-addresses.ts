import { BlockList } from "node:net";
import { addRange, isWithin } from "#lib/address-ranges";
import { invalid } from "#lib/errors";
import { plainAddress } from "#lib/forwarded";

const most = 100;

/** Whether a request from this address may use a key with these addresses and ranges. */
export function isAllowedFrom(entries: readonly string[], address: string | null): boolean {
  if (address === null) return false;
  const list = new BlockList();
  for (const entry of entries) addRange(list, entry);
  return isWithin(list, plainAddress(address));
}

/** Addresses and ranges as they are stored, each once; null for none: from anywhere. Throws for what is neither. */
export function toAllowed(entries: readonly string[] | undefined): string[] | null {
  const unique = [...new Set(entries?.map((entry) => entry.trim()).filter(Boolean))];
  const wrong = unique.find((entry) => !addRange(new BlockList(), entry));
  if (wrong !== undefined) {
    throw invalid(`${wrong} is neither an address nor a range such as 203.0.113.0/24 or 2001:db8::/32.`, {
      code: "address_invalid",
      param: "addresses",
    });
  }
  if (unique.length <= most) return unique.length > 0 ? unique : null;
  throw invalid(`A key has ${most} addresses and ranges at most.`, {
    code: "too_many_addresses",
    param: "addresses",
  });
}
