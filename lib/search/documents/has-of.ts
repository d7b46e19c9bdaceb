import type { Metadata } from "#db/schema/customers";

/** The names of what is there, for `has:`. */
export function hasOf(
  { metadata }: { metadata: Metadata },
  parts: Readonly<Record<string, unknown>> = {},
): string[] {
  const all = { ...parts, metadata: Object.keys(metadata).length > 0 };
  return Object.entries(all).flatMap(([name, part]) => (part ? [name] : []));
}
