import type { Endpoint, Resource } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";
import { createRouter } from "#lib/api/router";
import type { Permission } from "#lib/auth/permissions";
import { answerSchema } from "#lib/openapi/answer-schema";
import { clientCallOf, clientObjects } from "#lib/openapi/client-calls";
import { nameOfOperation } from "#lib/openapi/operation-name";
import { membersOf, type Schema } from "#lib/openapi/params-schema";
import { notation } from "./notation.ts";

/** A parameter or a field of an object. */
export interface Member {
  name: string;
  /** What it may be, as `notation` writes it. */
  type: string;
  role: "parameter" | "field";
  /** The kind of object that it belongs to. */
  of: string;
  /** Whether a call must name it. */
  isRequired: boolean;
  /** Whether a field is told to a publishable key, which of this kind is not told all. */
  isRetrievable?: boolean | undefined;
  schema: Schema;
}

export interface CallReference {
  /** What no other call is called, as the end of an address. */
  anchor: string;
  /** How the official client for Node calls it; undefined where that cannot. */
  method: string | undefined;
  endpoint: Endpoint;
  permission: Permission;
  /** Those that must be given come first. */
  parameters: Member[];
  /** The kind of object it answers with, one or a page of them. */
  answer: { kind: string; isList: boolean };
}

export interface ResourceReference {
  calls: CallReference[];
  fields: Member[];
}

/** Every kind of object of the API by name, with how many calls it has. */
export function listReference(): { object: string; calls: number }[] {
  return resources
    .map(({ object, endpoints }) => ({ object, calls: endpoints.length }))
    .sort((one, other) => one.object.localeCompare(other.object));
}

export function hasReference(object: string): boolean {
  return resources.some((resource) => resource.object === object);
}

/** What there is to know about a kind of object: its calls with their parameters, and its fields. */
export function referenceOf(object: string): ResourceReference | undefined {
  const resource = resources.find((each) => each.object === object);
  if (!resource) return undefined;
  return {
    calls: resource.endpoints.map((endpoint) => callReference(resource, endpoint)),
    fields: fieldsOf(resource),
  };
}

/** One call of a kind of object, by its anchor. */
export function callOf(object: string, anchor: string): CallReference | undefined {
  return referenceOf(object)?.calls.find((call) => call.anchor === anchor);
}

const route = createRouter(resources.flatMap(({ endpoints }) => endpoints));

/** Where the reference tells of the call that a request made; undefined of one that is not built. */
export function referenceOfCall(
  method: string,
  path: string,
): { object: string; anchor: string } | undefined {
  const endpoint = route(method, path)?.endpoint;
  const resource = endpoint && resources.find(({ endpoints }) => endpoints.includes(endpoint));
  return resource && { object: resource.object, anchor: anchorOf(endpoint) };
}

function anchorOf(endpoint: Endpoint): string {
  return nameOfOperation(endpoint).replaceAll(".", "-");
}

function callReference(resource: Resource, endpoint: Endpoint): CallReference {
  const method = clientCallOf(endpoint)?.name;
  return {
    anchor: anchorOf(endpoint),
    method: method && `stripe.${method}`,
    endpoint,
    permission: endpoint.permission,
    parameters: [...parametersOf(endpoint)].sort(
      (one, other) => Number(other.isRequired) - Number(one.isRequired),
    ),
    answer: answerOf(resource, endpoint),
  };
}

function* parametersOf({ params, upload, object: of }: Endpoint): Generator<Member> {
  for (const { name, schema, required: isRequired } of membersOf(params)) {
    yield { name, type: notation(schema), role: "parameter", of, isRequired, schema };
  }
  if (upload) yield { name: upload.field, type: "file", role: "parameter", of, isRequired: true, schema: {} };
}

function answerOf(resource: Resource, endpoint: Endpoint): CallReference["answer"] {
  if (endpoint.path.endsWith("/contents")) return { kind: "bytes", isList: false };
  const schema = answerSchema(resource, endpoint);
  const { data } = Object(schema.properties);
  return { kind: notation(data?.items ?? schema), isList: data !== undefined };
}

function fieldsOf({ object, retrievable }: Resource): Member[] {
  const { properties } = clientObjects[object] ?? {};
  // That a field is there is nothing to say: nearly all of them always are.
  return Object.entries<Schema>(Object(properties)).map(([name, schema]) => ({
    name,
    type: notation(schema),
    role: "field",
    of: object,
    isRequired: false,
    isRetrievable: retrievable?.includes(name),
    schema,
  }));
}
