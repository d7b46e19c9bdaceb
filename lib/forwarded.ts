import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import { isWithin } from "#lib/address-ranges";

const claims = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/**
 * Leaves in `x-forwarded-for` the one address that sent the request, and forgets what a sender other than a
 * trusted proxy claims about it: the rest of the program may believe the forwarded headers it sees.
 */
export function settleForwarded(request: IncomingMessage, trusted: BlockList): void {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (!isWithin(trusted, peer)) {
    for (const name of claims) delete request.headers[name];
    request.headers["x-forwarded-for"] = peer;
    return;
  }
  request.headers["x-forwarded-for"] = furthestTrusted(request.headers, trusted) ?? peer;
}

/** The hop nearest to us that no trusted proxy vouches for: what stands left of it anybody can have written. */
function furthestTrusted(headers: IncomingHttpHeaders, trusted: BlockList): string | undefined {
  const hops = [headers["x-forwarded-for"] ?? ""].flat().join(",").split(",");
  const addresses = hops.map((hop) => plainAddress(hop.trim())).filter(Boolean);
  return addresses.findLast((address) => !isWithin(trusted, address)) ?? addresses[0];
}

/** An IPv4 address as such, also where the socket speaks IPv6. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}
