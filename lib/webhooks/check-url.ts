import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { addressOfHost, isAllowedAddress } from "./addresses.ts";

/** Throws unless events of the viewer's environment may be sent to this address, as far as it can be told now. */
export function assertUrl({ environment }: Viewer, text: string): void {
  const url = URL.parse(text);
  if (!url || !/^https?:\/\//i.test(text)) {
    throw invalidUrl("An explicit scheme (such as https) must be provided.");
  }
  if (environment.kind === "live" && url.protocol !== "https:") {
    throw invalidUrl("In live mode the URL must begin with https.", "url_not_https");
  }
  if (url.username !== "" || url.password !== "") {
    throw invalidUrl("The URL must not hold a user name or a password.", "url_has_password");
  }
  const address = addressOfHost(url.hostname);
  if (address !== null && !isAllowedAddress(address, environment.kind)) {
    throw invalidUrl("URL must be publicly accessible.", "url_not_public");
  }
  if (environment.kind === "live" && url.hostname === "localhost") {
    throw invalidUrl("URL must be publicly accessible.", "url_not_public");
  }
}

function invalidUrl(why: string, code = "url_invalid") {
  return invalid(`Invalid URL: ${why}`, { code, param: "url" });
}
