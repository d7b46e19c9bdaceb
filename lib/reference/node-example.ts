import type { Endpoint } from "#lib/api/endpoint";
import { clientCallOf } from "#lib/openapi/client-calls";
import { enclosed, type Made, pairsOf } from "./made.ts";
import type { Sample, Samples } from "./samples.ts";

/** A program in Node. */
export function nodeExample(made: Made): string {
  const { endpoint, url } = made;
  const protocol = url.protocol.slice(0, -1);
  const port = url.port || (protocol === "https" ? "443" : "80");
  const config = `{ host: "${url.hostname}", port: ${port}, protocol: "${protocol}" }`;
  return [
    ...(endpoint.upload ? [`import { readFileSync } from "node:fs";`] : []),
    `import Stripe from "stripe";`,
    "",
    `const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, ${config});`,
    `const answer = await ${callOf(made)};`,
    "console.log(answer);",
  ].join("\n");
}

function callOf({ endpoint, path, ids, params }: Made): string {
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
  return enclosed("{ ", upload ? [...members, file] : members, " }");
}

function written(value: Sample): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${written(inner)}`)
    .join(", ")} }`;
}
