import type { Params } from "#lib/api/form-values";

/** What was asked to be shown, under the names that `rename` gives the paths; nothing where nothing was asked. */
export function expandRenamed({ expand }: Params, rename: (path: string) => string): Params {
  if (typeof expand !== "object") return {};
  return {
    expand: Object.values(expand).map((asked) => (typeof asked === "string" ? rename(asked) : asked)),
  };
}
