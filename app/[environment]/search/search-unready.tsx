import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { Notice } from "../../_ui/notice";

/** The index is being made anew: not everything is found yet, and what is not may be there. */
export function SearchUnready({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "search");
  return (
    <Notice tone="wait" title={t("unreadyTitle")}>
      {t("unready")}
    </Notice>
  );
}
