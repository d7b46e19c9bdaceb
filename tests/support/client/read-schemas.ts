import type { Member, Shape, Shapes } from "#tests/support/wire/shapes";

type Schema = Record<string, unknown>;

/** Makes JSON Schema of the client's types. Objects of the kinds we answer with are referred to by name. */
export function createSchemas({ hashes, kinds }: Shapes, ours: ReadonlySet<string>) {
  const kindOf = new Map(Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind])));

  function hash(name: string, within: readonly string[]): Schema {
    const members = Object.entries(hashes[name] ?? {});
    const required = members.filter(([, { optional }]) => !optional).map(([member]) => member);
    const inside = [...within, name];
    return {
      type: "object",
      properties: Object.fromEntries(members.map(([member, { shape }]) => [member, schema(shape, inside)])),
      ...(required.length > 0 && { required }),
    };
  }

  function schema(shape: Member["shape"], within: readonly string[]): Schema {
    if (shape === "anything") return {};
    if (typeof shape === "string") return { type: shape };
    if ("oneOf" in shape)
      return shape.oneOf.length === 2 && shape.oneOf.includes(true)
        ? { type: "boolean" }
        : { enum: shape.oneOf };
    if ("list" in shape) return { type: "array", items: schema(shape.list, within) };
    if ("map" in shape) return { type: "object", additionalProperties: schema(shape.map, within) };
    if ("hash" in shape) return referred(shape.hash, within);
    return either(shape.either, within);
  }

  function referred(name: string, within: readonly string[]): Schema {
    const kind = kindOf.get(name);
    if (kind !== undefined) {
      if (!ours.has(kind)) return { type: "object" };
      return { $ref: `#/components/schemas/${name.startsWith("Deleted") ? `deleted.${kind}` : kind}` };
    }
    return within.includes(name) ? { type: "object" } : hash(name, within);
  }

  /** An id in the place of an object that we never answer with stays an id. */
  function either(shapes: Shape[], within: readonly string[]): Schema {
    const kept = shapes.filter((shape) => !isForeign(shape) || shapes.every(isForeign));
    const enums = kept.filter((shape) => typeof shape === "object" && "oneOf" in shape);
    if (
      kept.includes("null") &&
      kept.length === 2 &&
      enums[0] &&
      typeof enums[0] === "object" &&
      "oneOf" in enums[0]
    )
      return { enum: [...enums[0].oneOf, null] };
    const schemas = kept.map((shape) => schema(shape, within));
    return schemas.length === 1 && schemas[0] ? schemas[0] : { anyOf: schemas };
  }

  function isForeign(shape: Shape): boolean {
    const kind = typeof shape === "object" && "hash" in shape ? kindOf.get(shape.hash) : undefined;
    return kind !== undefined && !ours.has(kind);
  }

  return (kind: string): Schema => hash(kinds[kind]?.find((name) => !name.startsWith("Deleted")) ?? "", []);
}
