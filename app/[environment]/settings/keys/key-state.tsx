import type { Viewer } from "#lib/auth/viewer";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { ApiKey } from "#lib/keys/queries";
import { isInUse } from "#lib/keys/state";
import { Status } from "../../../_ui/status";

/** Whether requests made with a key are answered. */
export function KeyState({ apiKey, viewer }: { apiKey: ApiKey; viewer: Viewer }) {
  const t = translator(viewer.locale, "settings");
  const now = viewer.now();
  const { locale, timeZone } = viewer;
  const when = (at: number) => formatDateTime(at, { locale, timeZone, now });
  const { revokedAt, expiresAt } = apiKey;
  if (revokedAt !== null) {
    return (
      <Status tone="hurt" mark="filled">
        {t("keys.revoked", { when: when(revokedAt) })}
      </Status>
    );
  }
  if (expiresAt !== null && !isInUse(apiKey, now)) {
    return (
      <Status tone="plain" mark="filled">
        {t("keys.expired", { when: when(expiresAt) })}
      </Status>
    );
  }
  if (expiresAt !== null) {
    return (
      <Status tone="wait" mark="filled">
        {t("keys.until", { when: when(expiresAt) })}
      </Status>
    );
  }
  return (
    <Status tone="good" mark="filled">
      {t("keys.active")}
    </Status>
  );
}
