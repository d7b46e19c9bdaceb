"use server";

import { z } from "zod";
import { mapColumns } from "#lib/imports/map-columns";
import { cancelImport, startImport } from "#lib/imports/start-import";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";

const kind = "customers";
const named = z.strictObject({ id: z.string() });

/** Each column as `column-0`, `column-1` …; one that is metadata with its name in `metadata-0` … */
const mapped = z.object({ id: z.string(), key: z.string() }).catchall(z.string());

export const saveMapping = formAction(
  mapped,
  (viewer, { id, key, ...fields }) => {
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
  { next: (viewer, { id }) => `${paths.customerImport(viewer, id)}?step=preview` },
);

export const start = formAction(named, (viewer, { id }) => startImport(viewer, { kind, id }), {
  next: (viewer, { id }) => paths.customerImport(viewer, id),
});

export const cancel = formAction(named, (viewer, { id }) => cancelImport(viewer, { kind, id }), {
  next: (viewer, { id }) => paths.customerImport(viewer, id),
});

function targetOf(value: string, metadata: string): string | null {
  if (value === "metadata") return metadata.trim() ? `metadata:${metadata.trim()}` : null;
  return value || null;
}
