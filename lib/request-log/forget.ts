import { store } from "./store.ts";

/** Takes what was sent and answered out of the calls that were about these objects; that they were made stays. */
export function forgetRequests(environmentId: number, objectIds: readonly string[]): void {
  const database = store();
  const statement = database.prepare<[number, number, string]>(
    `UPDATE requests SET params = NULL, response = NULL
     WHERE environment_id = ? AND id IN
       (SELECT request_id FROM request_objects WHERE environment_id = ? AND object_id = ?)`,
  );
  database.transaction(() => {
    for (const id of objectIds) statement.run(environmentId, environmentId, id);
  })();
}

/** As many as are looked through without keeping the process waiting. */
const batch = 1000;

/** The same for every call in which a text stands, such as an address somebody was looked for by. */
export async function forgetRequestsNaming(environmentId: number, text: string): Promise<void> {
  const database = store();
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const next = database.prepare<[number, number], { rowid: number }>(
    "SELECT rowid FROM requests WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?",
  );
  const forget = database.prepare<object>(
    String.raw`UPDATE requests SET params = NULL, response = NULL
     WHERE rowid > @after AND rowid <= @until AND environment_id = @environmentId
       AND (params LIKE @like ESCAPE '\' OR response LIKE @like ESCAPE '\' OR params LIKE @encoded ESCAPE '\')`,
  );
  const encoded = `%${encodeURIComponent(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  for (let after = 0; ;) {
    const until = next.get(after, batch - 1)?.rowid;
    forget.run({ after, until: until ?? Number.MAX_SAFE_INTEGER, environmentId, like, encoded });
    if (until === undefined) return;
    after = until;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
