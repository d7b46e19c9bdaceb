import type { Endpoint } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";
import { type ExampleKind, examplesOf } from "#lib/reference/examples";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

/** They are there to say that there are no connected accounts. */
const refused = [
  "POST /v1/accounts",
  "POST /v1/accounts/:account",
  "DELETE /v1/accounts/:account",
  "POST /v1/accounts/:account/capabilities/:id",
];
const everywhere = { url: "http://127.0.0.1:3000", accountId: "acct_1" };
const endpoints = resources.flatMap((resource) => resource.endpoints);

export const called = ({ method, path }: Endpoint) => `${method} ${path}`;

/** The endpoints whose examples run as they stand, and those that need an id put in. */
export const [standing, leaning] = [endpoints.filter(stands), endpoints.filter((each) => !stands(each))];

/** The example of a call, or nothing where that client has none. */
export function exampleIn(kind: ExampleKind, endpoint: Endpoint, { url, environment }: ApiWorld): string {
  return examplesOf(endpoint, { url, accountId: environment.accountId })[kind] ?? "";
}

export function endpointOf(call: string): Endpoint {
  const endpoint = endpoints.find((each) => called(each) === call);
  if (!endpoint) throw new Error(`There is no ${call}`);
  return endpoint;
}

/** With something to pay out. */
export async function aWorldWithMoney(): Promise<ApiWorld> {
  const world = await anApiWorld();
  await world.stripe.charges.create({ amount: 5000, currency: "eur", source: "tok_bypassPending" });
  return world;
}

function stands(endpoint: Endpoint): boolean {
  return !refused.includes(called(endpoint)) && !examplesOf(endpoint, everywhere).curl?.includes("_123");
}
