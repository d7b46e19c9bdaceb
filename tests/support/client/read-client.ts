import { resources } from "#lib/api/registry";
import { clientShapes } from "#tests/support/wire/client-shapes";
import { callsOfClient } from "./read-calls.ts";
import { createSchemas } from "./read-schemas.ts";

/** The text of `lib/openapi/client.json`: of the client's calls and objects, those that the registry has. */
export async function readClient(): Promise<string> {
  const shapes = await clientShapes();
  const ours = resources.map(({ object }) => object);
  const known = new Map(callsOfClient(shapes, new Set(ours)));
  const calls = resources
    .flatMap(({ endpoints }) => endpoints)
    .flatMap(({ method, path }) => {
      const name = `${method} ${path.replaceAll(/:\w+/g, ":id")}`;
      const call = known.get(name);
      return call ? [[name, call] as const] : [];
    });
  const kinds = new Set([...ours, ...calls.flatMap(([, { kind }]) => kind ?? [])]);
  const schemaOf = createSchemas(shapes, kinds);
  const objects = [...kinds].filter((kind) => shapes.kinds[kind]).map((kind) => [kind, schemaOf(kind)]);
  return `{\n"calls": ${linesOf(calls)},\n"objects": ${linesOf(objects)}\n}\n`;
}

/** One line each, in order, so that changes can be read. */
function linesOf(entries: readonly (readonly unknown[])[]): string {
  const lines = entries.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.sort().join(",\n")}\n}`;
}
