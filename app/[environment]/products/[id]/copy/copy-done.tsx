import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { Notice } from "../../../../_ui/notice";
import { environmentName } from "./environment-name";

/** Said where the copy is: it looks like what was copied, and is somewhere else. */
export function CopyDone({ viewer: { environment, locale } }: { viewer: Viewer }) {
  const t = translator(locale, "copy");
  return <Notice tone="good" title={t("done", { environment: environmentName(environment, locale) })} />;
}
