import { z } from "zod";
import type { RowProblem } from "#db/schema/imports";
import { writtenIn } from "#lib/csv";
import { holdsMask } from "#lib/discretion/masks";
import type { Preference } from "#lib/people/preferences";
import type { ImportKind, RowValues } from "./kind.ts";

/** What the columns of a file are, and which of them says what a row is about. */
export interface Mapping {
  columns: (string | null)[];
  key: string | null;
}

/** What somebody chose before, by heading: chosen again for a file with the same ones. */
export function rememberedFor(kind: ImportKind): Preference<Remembered> {
  return { name: `imports.${kind.name}`, schema: remembered, fallback: { columns: {}, key: null } };
}

const remembered = z.object({
  columns: z.record(z.string(), z.string().nullable()),
  key: z.string().nullable(),
});
type Remembered = z.output<typeof remembered>;

/**
 * What a file's columns most likely are: as chosen before, else by their headings. A field is taken once. Rows are known
 * by what was chosen before, but where a heading is new that could say it too, there was no choice.
 */
export function suggest(kind: ImportKind, header: readonly string[], before: Remembered): Mapping {
  const taken = new Set<string>();
  const columns = header.map((heading) => {
    const said = plainHeading(heading);
    const target = Object.hasOwn(before.columns, said) ? before.columns[said] : meantBy(kind, heading);
    if (typeof target !== "string" || taken.has(target) || !isTarget(kind, target)) return null;
    taken.add(target);
    return target;
  });
  const keys = keysOf(kind, columns);
  const isNew = (key: string) =>
    !Object.hasOwn(before.columns, plainHeading(header[columns.indexOf(key)] ?? ""));
  const chosen = keys.some(isNew) ? undefined : keys.find((key) => key === before.key);
  return { columns, key: chosen ?? keys[0] ?? null };
}

/** What a heading means by itself; of a metadata column as exports have it, that it is one. */
function meantBy(kind: ImportKind, heading: string): string | null {
  const [, name] = /^metadata[.:](.+)$/.exec(heading.trim()) ?? [];
  if (name !== undefined) return metadataPrefix + name;
  const said = plainHeading(heading);
  return Object.hasOwn(kind.headings, said) ? (kind.headings[said] ?? null) : null;
}

/** What is remembered of a mapping: headings seen before keep what was said of them. */
export function remember(before: Remembered, header: readonly string[], mapping: Mapping): Remembered {
  const said = header.map((heading, at) => [plainHeading(heading), mapping.columns[at] ?? null] as const);
  const all = Object.entries({ ...before.columns, ...Object.fromEntries(said) });
  return { columns: Object.fromEntries(all.slice(-mostRemembered)), key: mapping.key };
}

const mostRemembered = 200;

/** The columns that can say what a row is about. */
export function keysOf(kind: ImportKind, columns: readonly (string | null)[]): string[] {
  return columns.filter(
    (target): target is string =>
      target !== null &&
      (kind.keys.includes(target) || (kind.metadataAfter !== undefined && target.startsWith(metadataPrefix))),
  );
}

/** Whether a column can be this. */
export function isTarget(kind: ImportKind, target: string): boolean {
  if (kind.fields.includes(target)) return true;
  const name = metadataName(target);
  return name !== null && name.length > 0 && name.length <= 40 && !/[[\]]/.test(name);
}

const metadataPrefix = "metadata:";

/** The metadata key of a column; null for one that is a field. */
export function metadataName(target: string): string | null {
  return target.startsWith(metadataPrefix) ? target.slice(metadataPrefix.length) : null;
}

/** A row by what its columns are. Empty cells say nothing. */
export function valuesOf(columns: readonly (string | null)[], cells: readonly string[]): RowValues {
  const values: RowValues = { fields: {}, metadata: {} };
  for (const [at, target] of columns.entries()) {
    const text = writtenIn(cells[at]?.trim() ?? "");
    if (target === null || text === "") continue;
    const name = metadataName(target);
    if (name === null) values.fields[target] = text;
    else values.metadata[name] = text;
  }
  return values;
}

/** What a row says of its key; empty where it says nothing. */
export function keyValue({ fields, metadata }: RowValues, key: string): string {
  const name = metadataName(key);
  if (name === null) return fields[key] ?? "";
  return Object.hasOwn(metadata, name) ? (metadata[name] ?? "") : "";
}

/** What is wrong with a row before anything is looked up. */
export function problemsOf(kind: ImportKind, mapping: Mapping, cells: readonly string[]): RowProblem[] {
  const values = valuesOf(mapping.columns, cells);
  const problems = kind.problems(values);
  for (const [field, text] of Object.entries(values.fields)) {
    if (holdsMask(text)) problems.push({ field, code: "cell_masked" });
  }
  for (const [name, value] of Object.entries(values.metadata)) {
    if (holdsMask(value)) problems.push({ field: `${metadataPrefix}${name}`, code: "cell_masked" });
    if (value.length > 500) problems.push({ field: `${metadataPrefix}${name}`, code: "metadata_value_long" });
  }
  if (cells.length > mapping.columns.length) problems.push({ field: null, code: "row_too_wide" });
  if (mapping.key !== null && keyValue(values, mapping.key) === "") {
    problems.push({ field: mapping.key, code: "key_missing" });
  }
  return problems;
}

/** A heading in small letters and digits only: what differs in nothing else means the same. */
export function plainHeading(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
