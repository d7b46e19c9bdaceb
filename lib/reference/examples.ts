import type { Endpoint } from "#lib/api/endpoint";
import { clientCallOf } from "#lib/openapi/client-calls";
import { type Sample, type Samples, sampleIds, samplesFor } from "./samples.ts";

export interface Examples {
  curl: string;
  node: string;
}

interface Place {
  /** Where the API is. */
  url: string;
  accountId: string;
}

/**
 * A call as one would make it from a shell and from a program. The secret key comes from the environment variable
 * STRIPE_SECRET_KEY, and ids such as cus_123 are to be replaced.
 */
export function examplesOf(endpoint: Endpoint, { url, accountId }: Place): Examples {
  const ids = sampleIds(endpoint, accountId);
  const rest = [...ids];
  const path = endpoint.path.replaceAll(/:\w+/g, () => rest.shift() ?? "");
  return {
    curl: curlOf(endpoint, `${url}${path}`),
    node: nodeOf(endpoint, { url: new URL(url), path, ids }),
  };
}

function curlOf(endpoint: Endpoint, url: string): string {
  const pairs = [...pairsOf(samplesFor(endpoint))];
  const sent = endpoint.upload
    ? [
        ...pairs.map(([name, value]) => `-F ${quoted(`${name}=${value}`)}`),
        `-F ${endpoint.upload.field}=@receipt.pdf`,
      ]
    : pairs.map(([name, value]) => `${flagFor(value)} ${quoted(`${name}=${value}`)}`);
  return [`curl${verbOf(endpoint, sent.length > 0)} ${url}`, `-u "$STRIPE_SECRET_KEY:"`, ...sent].join(
    " \\\n  ",
  );
}

function verbOf({ method }: Endpoint, sends: boolean): string {
  if (method === "GET") return sends ? " -G" : "";
  return method === "POST" && sends ? "" : ` -X ${method}`;
}

function flagFor(value: string): string {
  return /^[\w.@:/*-]*$/.test(value) ? "-d" : "--data-urlencode";
}

function quoted(text: string): string {
  return /^[\w=.@:/-]+$/.test(text) ? text : `"${text}"`;
}

function* pairsOf(value: Sample | Samples, name = ""): Generator<[string, string]> {
  if (typeof value !== "object") return yield [name, String(value)];
  for (const [key, inner] of Object.entries(value)) {
    const part = Array.isArray(value) ? "" : key;
    yield* pairsOf(inner, name === "" ? key : `${name}[${part}]`);
  }
}

function nodeOf(endpoint: Endpoint, { url, path, ids }: { url: URL; path: string; ids: string[] }): string {
  const protocol = url.protocol.slice(0, -1);
  const port = url.port || (protocol === "https" ? "443" : "80");
  const config = `{ host: "${url.hostname}", port: ${port}, protocol: "${protocol}" }`;
  return [
    ...(endpoint.upload ? [`import { readFileSync } from "node:fs";`] : []),
    `import Stripe from "stripe";`,
    "",
    `const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, ${config});`,
    `const answer = await ${callOf(endpoint, path, ids)};`,
    "console.log(answer);",
  ].join("\n");
}

function callOf(endpoint: Endpoint, path: string, ids: string[]): string {
  const params = samplesFor(endpoint);
  const sent = Object.keys(params).length > 0 ? [literal(params, endpoint)] : [];
  const known = clientCallOf(endpoint);
  if (known) return `stripe.${known.name}(${[...ids.map((id) => `"${id}"`), ...sent].join(", ")})`;
  const query = new URLSearchParams([...pairsOf(params)]).toString();
  if (endpoint.method === "POST") return `stripe.rawRequest(${['"POST"', `"${path}"`, ...sent].join(", ")})`;
  return `stripe.rawRequest("${endpoint.method}", "${query ? `${path}?${query}` : path}")`;
}

function literal(params: Samples, { upload }: Endpoint): string {
  const file = `file: { data: readFileSync("receipt.pdf"), name: "receipt.pdf", type: "application/pdf" }`;
  const members = Object.entries(params).map(([name, value]) => `${name}: ${written(value)}`);
  const all = upload ? [...members, file] : members;
  const short = `{ ${all.join(", ")} }`;
  return short.length <= 60 ? short : `{\n  ${all.join(",\n  ")},\n}`;
}

function written(value: Sample): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${written(inner)}`)
    .join(", ")} }`;
}
