import type { Endpoint } from "#lib/api/endpoint";
import { cliExample } from "./cli-example.ts";
import { curlExample } from "./curl-example.ts";
import { nodeExample } from "./node-example.ts";
import { pythonExample } from "./python-example.ts";
import { type Samples, sampleIds, samplesFor } from "./samples.ts";
import type { Made, Place } from "./made.ts";

/** How a call is made; undefined where the client has no way to make it. */
const writers = {
  curl: curlExample,
  node: nodeExample,
  python: pythonExample,
  cli: cliExample,
} satisfies Record<string, (made: Made) => string | undefined>;

export type ExampleKind = keyof typeof writers;

export type Examples = Partial<Record<ExampleKind, string>>;

/**
 * A call as one would make it from a shell, from programs and with the command line. The secret key comes from the
 * environment variable STRIPE_SECRET_KEY, and ids such as cus_123 are to be replaced. `params`: what it sends.
 */
export function examplesOf(
  endpoint: Endpoint,
  { url, accountId }: Place,
  params: Samples = samplesFor(endpoint),
): Examples {
  const ids = sampleIds(endpoint, accountId);
  const rest = [...ids];
  const path = endpoint.path.replaceAll(/:\w+/g, () => rest.shift() ?? "");
  const made: Made = { endpoint, url: new URL(url), path, ids, params };
  return Object.fromEntries(
    Object.entries(writers).flatMap(([kind, write]) => {
      const text = write(made);
      return text === undefined ? [] : [[kind, text]];
    }),
  );
}
