import { and, eq, sql } from "drizzle-orm";
import { simulatorAnswers } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { AnswerStore } from "./answer-store.ts";

/** The simulator's answers in the database, durable before anybody hears them. */
export const databaseAnswers: AnswerStore = {
  async find(environmentId, operationId) {
    const handle = await reader(scope(environmentId));
    const statement = handle.prepared("find simulator answer", (db) =>
      db
        .select({ answer: simulatorAnswers.answer })
        .from(simulatorAnswers)
        .where(
          and(
            eq(simulatorAnswers.environmentId, sql.placeholder("environmentId")),
            eq(simulatorAnswers.operationId, sql.placeholder("operationId")),
          ),
        )
        .prepare(),
    );
    const [row] = await statement.execute({ environmentId, operationId });
    return row?.answer ?? null;
  },

  async save(environmentId, operationId, kind, answer) {
    await transaction(scope(environmentId), async (tx) => {
      const statement = tx.prepared("save simulator answer", (db) =>
        db
          .insert(simulatorAnswers)
          .values({
            environmentId: sql.placeholder("environmentId"),
            operationId: sql.placeholder("operationId"),
            kind: sql.placeholder("kind"),
            answer: sql.placeholder("answer"),
          })
          .onConflictDoNothing()
          .prepare(),
      );
      await statement.execute({ environmentId, operationId, kind, answer });
    });
  },
};

/** The simulator keeps no time of its own: every request brings it. */
function scope(environmentId: number) {
  return { environmentId, now: () => 0 };
}
