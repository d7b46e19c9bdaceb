import { join } from "node:path";
import type { Dialect } from "./dialect.ts";

/** Where a dialect's migrations are, from the folder the process was started in. */
export function migrationsFolder(dialect: Dialect): string {
  return join(process.cwd(), "drizzle", dialect);
}
