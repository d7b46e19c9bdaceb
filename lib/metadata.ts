import { invalid } from "#lib/errors";

type Metadata = Record<string, string>;

/** What a caller changes: a value, or null to take the key away. Null for the whole takes all away. */
export type MetadataPatch = Record<string, string | null> | null;

const maximumKeys = 50;

/** Metadata after a caller's change. Throws when more than 50 keys would be left. */
export function mergeMetadata(current: Metadata, patch: MetadataPatch | undefined): Metadata {
  if (patch === undefined) return current;
  if (patch === null) return {};
  const merged = new Map(Object.entries(current));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  if (merged.size > maximumKeys) {
    throw invalid(
      `Metadata can have up to ${maximumKeys} keys, but this object would have ${merged.size}. Remove some first.`,
      { param: "metadata" },
    );
  }
  return Object.fromEntries(merged);
}
