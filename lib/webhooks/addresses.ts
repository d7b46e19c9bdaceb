import { lookup as resolve, type LookupOptions } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { config } from "#lib/config";

type EnvironmentKind = "live" | "test";

/**
 * Whether events may be sent to an IP address: public ones; in test environments this machine's own; what the
 * operator allows. Special purposes as listed by IANA in the registries that RFC 6890 began.
 */
export function isAllowedAddress(address: string, kind: EnvironmentKind): boolean {
  const plain = unwrapped(address);
  const family = isIP(plain);
  if (family === 0) return false;
  const name = family === 4 ? "ipv4" : "ipv6";
  if (config().webhookAddresses.check(plain, name)) return true;
  if (kind === "test" && loopback.check(plain, name)) return true;
  return family === 4
    ? !special.check(plain, name)
    : unicast.check(plain, name) && !special.check(plain, name);
}

/** The IP address that a URL's host is, if it is one. Throws nothing. */
export function addressOfHost(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? null : bare;
}

/** Raised where a connection would go to an address that is not allowed. */
export function refusedAddress(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is at an address where no events are sent`), {
    code: "ADDRESS_REFUSED",
  });
}

/** Finds a host's addresses at the moment of the connection, and lets it go to the allowed ones only. */
export function allowedLookup(kind: EnvironmentKind): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...familyOf(options), all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, kind));
      const [first] = allowed;
      if (!first) return done(refusedAddress(hostname), "", 0);
      if (options.all) return done(null, allowed);
      done(null, first.address, first.family);
    });
  };
}

function familyOf({ family, hints }: LookupOptions): LookupOptions {
  return { family, hints };
}

/** An IPv4 address written as an IPv6 one is judged as what it is. */
function unwrapped(address: string): string {
  const zoneless = address.split("%")[0] ?? "";
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(zoneless)?.[1];
  if (dotted) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(zoneless) ?? [];
  if (!high || !low) return zoneless;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join(".");
}

const loopback = listOf(["127.0.0.0/8", "::1/128"]);

/** All of IPv6 that is routed on the internet. */
const unicast = listOf(["2000::/3"]);

const special = listOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}
