import type { Schema } from "#lib/openapi/params-schema";

export interface Limits {
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  /** What counts where the parameter is not given. */
  otherwise?: string;
}

/** How long, how many or how much a parameter may be. Of one that an empty text unsets: of what it may be else. */
export function limitsOf(schema: Schema): Limits {
  const [first, second] = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  if (second?.const === "") return limitsOf(first);
  return {
    ...figureOf(schema, "maxLength"),
    ...figureOf(schema, "maxItems"),
    ...figureOf(schema, "minimum"),
    ...figureOf(schema, "maximum"),
    ...("default" in schema && { otherwise: String(schema.default) }),
  };
}

function figureOf(schema: Schema, name: "maxLength" | "maxItems" | "minimum" | "maximum"): Limits {
  const value = schema[name];
  return typeof value === "number" ? { [name]: value } : {};
}
