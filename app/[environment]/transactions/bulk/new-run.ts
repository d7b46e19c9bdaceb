import type { QueryParams } from "#lib/lists/read-params";

export type NewRunProps = { params: Promise<{ environment: string }>; searchParams: Promise<QueryParams> };

/** The selection that the address names. */
export function selectionOf({ selection }: QueryParams): string {
  return [selection ?? ""].flat()[0] ?? "";
}
