import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Preference } from "#lib/people/preferences";
import type { Dataset } from "./dataset.ts";
import { type DatasetName, datasets } from "./datasets/all.ts";

/** As many of the newest rows are looked at for the names of facts. */
const looked = 500;

/** The headings a viewer can choose of a dataset, in the file's order. */
export function columnsFor(viewer: Viewer, name: DatasetName): string[] {
  return allowed(viewer, name).map(([heading]) => heading);
}

/** Those that are there unless others are chosen. */
export function usualColumns(viewer: Viewer, name: DatasetName): string[] {
  return allowed(viewer, name)
    .filter(([, { usual }]) => usual)
    .map(([heading]) => heading);
}

/** The columns and facts that a person chose last for a dataset; null: none yet. */
export function chosenColumns(
  name: DatasetName,
): Preference<{ columns: string[]; metadata: string[] } | null> {
  const texts = z.array(z.string().max(60)).max(100);
  return { name: `export.${name}`, schema: z.object({ columns: texts, metadata: texts }), fallback: null };
}

/** The names that the newest objects give their own facts, in alphabetical order. */
export async function metadataNames(viewer: Viewer, name: DatasetName): Promise<string[]> {
  const { permission, table, metadata }: Dataset = datasets[name];
  authorize(viewer, permission);
  if (!metadata) return [];
  const { db } = await reader(viewer);
  const rows = await db
    .select({ facts: metadata })
    .from(table)
    .where(eq(table.environmentId, viewer.environmentId))
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(looked);
  return [...new Set(rows.flatMap(({ facts }) => Object.keys(facts ?? {})))].sort();
}

function allowed(viewer: Viewer, name: DatasetName) {
  const dataset: Dataset = datasets[name];
  return Object.entries(dataset.columns).filter(
    ([, { permission }]) => permission === undefined || may(viewer, permission),
  );
}
