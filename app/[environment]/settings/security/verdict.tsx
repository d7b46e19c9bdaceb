import { verifyHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { Notice } from "../../../_ui/notice";

/** Whether every line is as it was written: each holds the hash of the one before. */
export async function Verdict({ viewer }: { viewer: Viewer }) {
  const { lines, brokenAt } = await verifyHistory(viewer);
  const t = translator(viewer.locale, "history");
  return brokenAt === null ? (
    <Notice tone="good" title={t("holds", { count: lines })}>
      {t("holdsText")}
    </Notice>
  ) : (
    <Notice tone="hurt" title={t("broken", { line: brokenAt })}>
      {t("brokenText")}
    </Notice>
  );
}
