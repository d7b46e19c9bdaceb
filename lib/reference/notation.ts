import type { Schema } from "#lib/openapi/params-schema";

/** What a value may be, in the notation developers know from TypeScript: `"day" | "week"`, `{ city?: string }`. */
export function notation(schema: Schema, indent = ""): string {
  if (typeof schema.$ref === "string") return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return either(schema.enum.map((value) => JSON.stringify(value)));
  if (Array.isArray(schema.anyOf)) {
    return either(schema.anyOf.map((option: Schema) => notation(option, indent)));
  }
  switch (schema.type) {
    case "array":
      return arrayOf(notation(Object(schema.items), indent));
    case "object":
      return hashOf(schema, indent);
    default:
      return typeof schema.type === "string" ? schema.type : "unknown";
  }
}

/** The other kinds of objects that the notation names, such as `customer`. */
export function kindsIn(schema: unknown): string[] {
  const references = JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(?:deleted\.)?([^"]+)"/g);
  return [...new Set([...references].map(([, kind = ""]) => kind))];
}

function either(options: string[]): string {
  return [...new Set(options)].sort((one, other) => unset(one) - unset(other)).join(" | ");
}

/** What stands for nothing comes last. */
function unset(option: string): number {
  return option === "null" || option === '""' ? 1 : 0;
}

function arrayOf(items: string): string {
  return /^[\w.]+$/.test(items) ? `${items}[]` : `Array<${items}>`;
}

function hashOf({ properties, required, additionalProperties }: Schema, indent: string): string {
  if (additionalProperties && typeof additionalProperties === "object") {
    return `Record<string, ${notation(Object(additionalProperties), indent)}>`;
  }
  const needed = new Set<unknown>(Array.isArray(required) ? required : []);
  const inner = `${indent}  `;
  const members = Object.entries<Schema>(Object(properties)).map(
    ([name, member]) => `${inner}${name}${needed.has(name) ? "" : "?"}: ${notation(member, inner)}`,
  );
  return members.length === 0 ? "object" : `{\n${members.join("\n")}\n${indent}}`;
}
