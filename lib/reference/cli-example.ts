import { commandOf, type Made, pairsOf, quoted } from "./made.ts";

/** With the official command line, which sends no files. */
export function cliExample({ endpoint, url, path, params }: Made): string | undefined {
  if (endpoint.upload) return undefined;
  return commandOf([
    `stripe ${endpoint.method.toLowerCase()} ${path}`,
    `--api-base ${addressFor(url)} --api-key "$STRIPE_SECRET_KEY"`,
    ...(endpoint.method === "DELETE" ? ["--confirm"] : []),
    ...[...pairsOf(params)].map(([name, value]) => `-d ${quoted(`${name}=${value}`)}`),
  ]);
}

/** The command line takes this machine by its number only. */
function addressFor({ origin }: URL): string {
  return origin.replace(/^http:\/\/localhost(?=:|$)/, "http://127.0.0.1");
}
