import { asc, eq } from "drizzle-orm";
import { mails } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { World } from "./world.ts";

/** Every mail of the world's environment, the first written first. */
export async function mailsOf({ viewer }: Pick<World, "viewer">) {
  const { db } = await reader(viewer);
  return db
    .select()
    .from(mails)
    .where(eq(mails.environmentId, viewer.environmentId))
    .orderBy(asc(mails.createdAt), asc(mails.id));
}
