"use server";

import { z } from "zod";
import { mapColumns } from "#lib/imports/map-columns";
import { cancelImport, startImport } from "#lib/imports/start-import";
import { paths } from "#lib/paths";
import { formAction } from "../_server/form-action";

const named = z.strictObject({ kind: z.string(), id: z.string() });

/** Each column as `column-0`, `column-1` …; one that is metadata with its name in `metadata-0` … */
const mapped = z.object({ kind: z.string(), id: z.string(), key: z.string() }).catchall(z.string());

export const saveMapping = formAction(
  mapped,
  (viewer, { kind, id, key, ...fields }) => {
    const columns: (string | null)[] = [];
    for (const [name, value] of Object.entries(fields)) {
      const at = /^column-(\d{1,3})$/.exec(name)?.[1];
      if (at === undefined) continue;
      columns[Number(at)] = targetOf(value, fields[`metadata-${at}`] ?? "");
    }
    const said = Array.from(columns, (column) => column ?? null);
    const known = /^column-(\d{1,3})$/.exec(key)?.[1];
    return mapColumns(
      viewer,
      { kind, id },
      {
        columns: said,
        key: known === undefined ? null : (said[Number(known)] ?? null),
      },
    );
  },
  { next: (viewer, { kind, id }) => `${paths.importOf(viewer, kind, id)}?step=preview` },
);

export const start = formAction(named, startImport, {
  next: (viewer, { kind, id }) => paths.importOf(viewer, kind, id),
});

export const cancel = formAction(named, cancelImport, {
  next: (viewer, { kind, id }) => paths.importOf(viewer, kind, id),
});

function targetOf(value: string, metadata: string): string | null {
  if (value === "metadata") return metadata.trim() ? `metadata:${metadata.trim()}` : null;
  return value || null;
}
