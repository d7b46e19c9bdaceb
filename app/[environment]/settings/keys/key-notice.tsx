import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { MadeKey } from "./made-key";

/** Where a form shows the key it made. */
export function KeyNotice({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "settings");
  const common = translator(viewer.locale, "common");
  return (
    <MadeKey
      title={t("keys.madeTitle")}
      made={t("keys.made")}
      madeBefore={t("keys.madeBefore")}
      copy={common("copy")}
      copied={common("copied")}
    />
  );
}
