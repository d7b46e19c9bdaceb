import { z } from "zod";
import { isTimeZone } from "#lib/accounts/time-zones";
import { datasetNames } from "./datasets/all.ts";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const moment = z.number().int().nullable();

/** What a file is to hold: kept with the export, so that it means the same when it is begun again. */
export const exportChoices = z.strictObject({
  dataset: z.enum(datasetNames),
  format: z.enum(exportFormats),
  /** Headings of the dataset's columns, in the file's order. */
  columns: z.array(z.string()).min(1),
  /** Names of facts among the metadata, each a column behind the others. */
  metadata: z.array(z.string().max(40)).max(50),
  /** On whose clock moments are told in the file. */
  timeZone: z.string().refine(isTimeZone),
  /** The words of the list's address; empty: everything. */
  address: z.record(z.string(), z.array(z.string())),
  /** The time zone of whose days the address speaks: the reader's of the list. */
  readIn: z.string().refine(isTimeZone),
  /** Only these rows, chosen one by one. */
  ids: z.array(z.string()).max(10_000).optional(),
  /** Milliseconds: made from the first, before the second. */
  from: moment,
  until: moment,
  /** Whether personal fields were hidden when the file was written. */
  discreet: z.boolean().optional(),
});

export type ExportChoices = z.infer<typeof exportChoices>;
