import { isIP } from "node:net";
import { config } from "#lib/config";
import { conflict } from "#lib/errors";

/** Who passkeys are made for: the host that people's browsers find this server at. */
export interface RelyingParty {
  id: string;
  name: string;
  origin: string;
}

/** Null where browsers make none: at an address of numbers. */
export function relyingParty(): RelyingParty | null {
  const { hostname, origin } = new URL(config().publicUrl);
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? null : { id: hostname, name: "Comptoir", origin };
}

/** The same, for who is at it already. */
export function requiredRelyingParty(): RelyingParty {
  const party = relyingParty();
  if (!party) throw conflict("Passkeys need a host name in PUBLIC_URL.", "passkeys_impossible");
  return party;
}
