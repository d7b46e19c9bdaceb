import { z } from "zod";
import { isTimeZone } from "#lib/accounts/time-zones";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, isDay, startOfDay } from "#lib/calendar";
import { type ExportChoices, exportFormats } from "#lib/exports/choices";
import { columnsFor, usualColumns } from "#lib/exports/columns";
import { datasetNames } from "#lib/exports/datasets/all";
import { notFound } from "#lib/errors";
import { fromWords } from "#lib/lists/words";
import { findSelected } from "#lib/lists/selections/find-selected";
import { several } from "../../_server/form-values";

const day = z.string().refine((text) => text === "" || isDay(text), "day_invalid");

/** What the form of an export sends; messages are codes of the `errors` catalogue. */
export const exportTyped = z.strictObject({
  of: z.enum(datasetNames),
  words: z.string().max(4000),
  /** Rows chosen one by one; empty: none were. */
  selection: z.string().max(100).default(""),
  format: z.enum(exportFormats),
  scope: z.enum(["list", "everything"]).default("everything"),
  from: day,
  to: day,
  which: z.enum(["usual", "all", "chosen"]),
  columns: several(z.string()),
  metadata: several(z.string().max(40)),
  time_zone: z.string().refine(isTimeZone, "time_zone_unknown"),
});

/** The same as the core takes it; days are those of the chosen time zone. */
export async function toChoices(viewer: Viewer, typed: z.output<typeof exportTyped>): Promise<ExportChoices> {
  const { of: dataset, format, from, to, time_zone: timeZone, metadata } = typed;
  return {
    dataset,
    format,
    timeZone,
    metadata,
    columns: columnsOf(viewer, typed),
    readIn: viewer.timeZone,
    ids: await idsOf(viewer, typed),
    address: typed.scope === "list" ? fromWords(typed.words) : {},
    from: from === "" ? null : startOfDay(from, timeZone),
    until: to === "" ? null : startOfDay(addDays(to, 1), timeZone),
  };
}

async function idsOf(viewer: Viewer, { of, selection: id }: z.output<typeof exportTyped>) {
  if (id === "") return undefined;
  const { list, ids } = await findSelected(viewer, id);
  if (list !== of || ids === null) throw notFound("selection", id, "selection");
  return ids;
}

function columnsOf(viewer: Viewer, { of, which, columns }: z.output<typeof exportTyped>): string[] {
  const all = columnsFor(viewer, of);
  if (which === "all") return all;
  return which === "usual" ? usualColumns(viewer, of) : all.filter((heading) => columns.includes(heading));
}
