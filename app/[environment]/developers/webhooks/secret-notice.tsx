import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { MadeSecret } from "./made-secret";

/** `MadeSecret` in the viewer's language. */
export function SecretNotice({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "webhooks");
  const common = translator(viewer.locale, "common");
  return (
    <MadeSecret
      title={t("secretTitle")}
      text={t("secretText")}
      before={t("secretBefore")}
      copy={common("copy")}
      copied={common("copied")}
    />
  );
}
