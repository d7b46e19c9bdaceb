import { type BlockList, isIP } from "node:net";

/** Adds an address, or a range such as `10.0.0.0/8` or `2001:db8::/32`; false when it is neither. */
export function addRange(list: BlockList, entry: string): boolean {
  const [address = "", bits] = entry.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const widest = family === "ipv6" ? 128 : 32;
  const prefix = bits === undefined ? widest : Number(bits);
  if (isIP(address) === 0 || bits === "" || !Number.isInteger(prefix) || prefix < 0 || prefix > widest)
    return false;
  list.addSubnet(address, prefix, family);
  return true;
}

/** Whether an address lies in one of the ranges. */
export function isWithin(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
