import type { Endpoint, Resource } from "#lib/api/endpoint";
import { clientCallOf } from "./client-calls.ts";
import type { Schema } from "./params-schema.ts";

/** What an endpoint answers with when all goes well. */
export function answerSchema({ object }: Resource, endpoint: Endpoint): Schema {
  const known = clientCallOf(endpoint);
  const kind = known?.kind ?? object;
  switch (known?.kind ? known.answer : guessed(endpoint)) {
    case "list":
      return listOf("list", kind);
    case "search":
      return listOf("search_result", kind);
    case "deleted":
      return refer(`deleted.${kind}`);
    case "object":
      return refer(kind);
  }
}

/** Of a call that the official client has no method for. */
function guessed({ method, path, params }: Endpoint) {
  if (path.endsWith("/search")) return "search";
  if (method === "GET" && "limit" in params.shape) return "list";
  return "object";
}

function listOf(object: "list" | "search_result", kind: string): Schema {
  const cursor = object === "search_result" ? { next_page: { type: ["string", "null"] } } : {};
  return {
    type: "object",
    properties: {
      object: { const: object },
      data: { type: "array", items: refer(kind) },
      has_more: { type: "boolean" },
      url: { type: "string" },
      ...cursor,
    },
    required: ["object", "data", "has_more", "url"],
  };
}

function refer(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
