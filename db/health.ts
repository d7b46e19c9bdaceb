import { database } from "./database.ts";
import { accounts } from "./schema/index.ts";

/** Whether the database answers a small question. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    const { reader } = await database();
    await reader.db.select({ id: accounts.id }).from(accounts).limit(1);
    return true;
  } catch {
    return false;
  }
}
