import { z } from "zod";
import { isDropped } from "#lib/api/refused";

export type Schema = Record<string, unknown>;

/** What a parameter may be, as JSON Schema: what is sent, not what is made of it. */
export function schemaOf(type: z.core.$ZodType): Schema {
  return { ...shapeOf(type), ...z.globalRegistry.get(type) };
}

/** The parameters of a call by name, and whether each must be given. */
export function membersOf(object: z.ZodObject): { name: string; schema: Schema; required: boolean }[] {
  return Object.entries(object.shape)
    .filter(([, type]) => !isDropped(type))
    .map(([name, type]) => ({
      name,
      schema: schemaOf(type),
      required: type._zod.optin === undefined,
    }));
}

function shapeOf(type: z.core.$ZodType): Schema {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable) return schemaOf(type.unwrap());
  if (type instanceof z.ZodDefault) return { ...schemaOf(type.unwrap()), default: type.def.defaultValue };
  if (type instanceof z.ZodPipe) return pipeOf(type);
  if (type instanceof z.ZodObject) return objectOf(type);
  if (type instanceof z.ZodArray) return { type: "array", items: schemaOf(type.element), ...sizes(type) };
  if (type instanceof z.ZodUnion) return { anyOf: type.options.map(schemaOf) };
  if (type instanceof z.ZodRecord) return { type: "object", additionalProperties: schemaOf(type.valueType) };
  if (type instanceof z.ZodEnum) return { type: "string", enum: type.options };
  if (type instanceof z.ZodLiteral) return { enum: [...type.values] };
  if (type instanceof z.ZodString) return { type: "string", ...lengths(type) };
  return {};
}

/** What is only put in order first is described by what follows, everything else by what comes in. */
function pipeOf({ in: first, out }: z.ZodPipe): Schema {
  if (!(first instanceof z.ZodTransform)) return schemaOf(first);
  // A parameter that an empty text unsets.
  if (out instanceof z.ZodNullable) return { anyOf: [schemaOf(out.unwrap()), { const: "" }] };
  return schemaOf(out);
}

function objectOf(object: z.ZodObject): Schema {
  const members = membersOf(object);
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: !(object.def.catchall instanceof z.ZodNever),
  };
}

function lengths({ minLength, maxLength }: z.ZodString): Schema {
  return { ...(minLength !== null && { minLength }), ...(maxLength !== null && { maxLength }) };
}

function sizes({ _zod }: z.ZodArray): Schema {
  const { maximum } = _zod.bag;
  return typeof maximum === "number" ? { maxItems: maximum } : {};
}
