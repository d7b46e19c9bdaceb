import type { Endpoint } from "#lib/api/endpoint";
import { commandOf, type Made, pairsOf, quoted } from "./made.ts";

/** From a shell. */
export function curlExample({ endpoint, url, path, params }: Made): string {
  const pairs = [...pairsOf(params)];
  const sent = endpoint.upload
    ? [
        ...pairs.map(([name, value]) => `-F ${quoted(`${name}=${value}`)}`),
        `-F ${endpoint.upload.field}=@receipt.pdf`,
      ]
    : pairs.map(([name, value]) => `${flagFor(value)} ${quoted(`${name}=${value}`)}`);
  return commandOf([
    `curl${verbOf(endpoint, sent.length > 0)} ${url.origin}${path}`,
    `-u "$STRIPE_SECRET_KEY:"`,
    ...sent,
  ]);
}

function verbOf({ method }: Endpoint, sends: boolean): string {
  if (method === "GET") return sends ? " -G" : "";
  return method === "POST" && sends ? "" : ` -X ${method}`;
}

function flagFor(value: string): string {
  return /^[\w.@:/*-]*$/.test(value) ? "-d" : "--data-urlencode";
}
