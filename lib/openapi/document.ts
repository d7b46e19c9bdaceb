import type { Endpoint, Resource } from "#lib/api/endpoint";
import { apiVersion } from "#lib/api-version";
import { answerSchema } from "./answer-schema.ts";
import { clientObjects } from "./client-calls.ts";
import { errorSchema } from "./error-schema.ts";
import { nameOfOperation } from "./operation-name.ts";
import { membersOf, type Schema, schemaOf } from "./params-schema.ts";

/** The OpenAPI document of these resources. `url`: where the API is found. */
export function openApiDocument(resources: readonly Resource[], url: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Comptoir",
      version: apiVersion,
      summary: "Payments, with the API that Stripe's clients know.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url }],
    security: [{ bearer: [] }, { basic: [] }],
    tags: resources.map(({ object }) => ({ name: object })),
    paths: pathsOf(resources),
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A secret or a restricted key." },
        basic: { type: "http", scheme: "basic", description: "The key as user name, without a password." },
      },
      parameters: headers,
      responses: {
        error: { description: "What went wrong", content: { "application/json": { schema: errorSchema } } },
      },
      schemas: schemasOf(resources),
    },
  };
}

function pathsOf(resources: readonly Resource[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const resource of resources) {
    for (const endpoint of resource.endpoints) {
      const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
      (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(resource, endpoint);
    }
  }
  return paths;
}

function operationOf(resource: Resource, endpoint: Endpoint): object {
  const { method, path, params, permission, publishable } = endpoint;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const isForm = method === "POST";
  return {
    operationId: nameOfOperation(endpoint),
    tags: [resource.object],
    parameters: [
      ...inPath,
      ...(isForm ? [] : membersOf(params).map(inQuery)),
      ...(isForm ? [] : [inQuery(expand)]),
      ...Object.keys(headers)
        .filter((name) => isForm || name !== "idempotency_key")
        .map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(isForm && { requestBody: bodyOf(endpoint) }),
    responses: {
      200: { description: "Done", content: answerOf(resource, endpoint) },
      "4XX": { $ref: "#/components/responses/error" },
    },
    "x-permission": permission,
    "x-publishable": publishable !== null,
  };
}

/** Lists and hashes are written with brackets: `created[gte]=1`, `expand[]=customer`. */
function inQuery({ name, schema, required }: ReturnType<typeof membersOf>[number]): object {
  const isHash = schema.type === "object" || Array.isArray(schema.anyOf);
  return { name, in: "query", required, schema, ...(isHash && { style: "deepObject", explode: true }) };
}

function bodyOf({ params, upload }: Endpoint): object {
  const { properties, ...rest } = schemaOf(params);
  const file = upload && { [upload.field]: { type: "string", format: "binary" } };
  const schema = { ...rest, properties: { ...Object(properties), expand: expand.schema, ...file } };
  return {
    required: Array.isArray(rest.required),
    content: upload
      ? { "multipart/form-data": { schema } }
      : { "application/x-www-form-urlencoded": { schema } },
  };
}

function answerOf(resource: Resource, endpoint: Endpoint): object {
  if (endpoint.path.endsWith("/contents")) return { "*/*": { schema: { type: "string", format: "binary" } } };
  return { "application/json": { schema: answerSchema(resource, endpoint) } };
}

function schemasOf(resources: readonly Resource[]): Record<string, Schema> {
  const kinds = new Set([...resources.map(({ object }) => object), ...Object.keys(clientObjects)]);
  return Object.fromEntries(
    [...kinds].sort().flatMap((kind) => [
      [kind, clientObjects[kind] ?? { type: "object", properties: { object: { const: kind } } }],
      [`deleted.${kind}`, deletedSchema(kind)],
    ]),
  );
}

function deletedSchema(kind: string): Schema {
  return {
    type: "object",
    properties: { id: { type: "string" }, object: { const: kind }, deleted: { const: true } },
    required: ["id", "object", "deleted"],
  };
}

const expand = {
  name: "expand",
  required: false,
  schema: { type: "array", items: { type: "string" }, maxItems: 100 },
};

const headers = {
  version: { name: "Stripe-Version", in: "header", required: false, schema: { type: "string" } },
  account: { name: "Stripe-Account", in: "header", required: false, schema: { type: "string" } },
  idempotency_key: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    schema: { type: "string", maxLength: 255 },
  },
};
