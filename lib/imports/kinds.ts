import { customerImport } from "#lib/customers/customer-import";
import { notFound } from "#lib/errors";
import type { ImportKind } from "./kind.ts";

const kinds: readonly ImportKind[] = [customerImport];

/** How rows of this kind become objects. Throws a 404 for a kind that nobody knows. */
export function kindNamed(name: string): ImportKind {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw notFound("import", name);
  return kind;
}
