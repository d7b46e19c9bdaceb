import { sql } from "drizzle-orm";
import { figureChanges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { Cell } from "./cells.ts";

/** Notes in the change's own transaction what it adds to the figures; they get it later, many at a time. */
export async function appendChange(tx: Tx, cells: Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const statement = tx.prepared("append to figures", (db) =>
    db
      .insert(figureChanges)
      .values({
        environmentId: sql`${sql.placeholder("environmentId")}`,
        cells: sql`${sql.placeholder("cells")}`,
      })
      .prepare(),
  );
  await statement.execute({
    environmentId: tx.environmentId,
    cells: figureChanges.cells.mapToDriverValue(cells),
  });
}
