import { authorize } from "#lib/auth/permissions";
import { whileAllowed } from "#lib/auth/while-allowed";
import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import { translator } from "#lib/i18n/translator";
import { addressWithPlace } from "#lib/places";
import { actionName, actorName } from "./action-name.ts";
import { type HistoryChoice, walkHistory } from "./history.ts";

/** The history as a spreadsheet, line by line: it may be long. Needs security_history:read. */
export async function* exportHistory(viewer: Viewer, choice: HistoryChoice): AsyncGenerator<string> {
  authorize(viewer, "security_history:read");
  const t = translator(viewer.locale, "history");
  const head = ["number", "at", "who", "what", "subject", "before", "after", "address", "browser"] as const;
  yield toCsv([head.map((name) => t(name))]);
  for await (const line of whileAllowed(viewer, "security_history:read", walkHistory(viewer, choice))) {
    const { sequence, at, action, subject, before, after, address, userAgent } = line;
    yield toCsv([
      [
        String(sequence),
        new Date(at).toISOString(),
        actorName(line, viewer.locale),
        actionName(action, viewer.locale),
        subject ?? "",
        before ? JSON.stringify(before) : "",
        after ? JSON.stringify(after) : "",
        addressWithPlace(address, viewer.locale) ?? "",
        userAgent ?? "",
      ],
    ]);
  }
}
