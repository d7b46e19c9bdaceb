import { limitColumns, limitNames, limitsOf } from "#lib/approvals/limits";
import type { Viewer } from "#lib/auth/viewer";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";

/** What the viewer may refund without asking, where that is not everything. */
export async function LimitsNotice({ viewer }: { viewer: Viewer }) {
  const limits = await limitsOf(viewer);
  const t = translator(viewer.locale, "approvals");
  const said = limitNames.flatMap((name) => {
    const limit = limits[limitColumns[name]];
    if (limit === null) return [];
    const money = moneyOf(viewer, limit, viewer.environment.currency);
    return [labelled(t(`rules.${name}`), money, viewer.locale)];
  });
  if (said.length === 0) return null;
  return (
    <Notice title={t("yourLimits")}>
      <p>{said.join(" · ")}</p>
      <p>{t("yourLimitsText")}</p>
    </Notice>
  );
}
