import type { RequestFacts } from "#lib/auth/viewer";
import { newId } from "#lib/ids";

/** Headers that `proxy.ts` gives to pages; what a browser sends under these names is dropped. */
export const pathHeader = "x-comptoir-path";

/** Where a request comes from. `server.ts` leaves one believable address in the forwarded header. */
export function originOf(headers: Headers) {
  return { address: headers.get("x-forwarded-for"), userAgent: headers.get("user-agent") };
}

/** What a viewer knows of the request behind it. */
export function requestFacts(headers: Headers): RequestFacts {
  return { id: newId("req", Date.now()), idempotencyKey: null, ...originOf(headers) };
}
