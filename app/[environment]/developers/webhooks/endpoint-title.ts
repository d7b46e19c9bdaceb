import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { Destination } from "#lib/webhooks/destinations";

/** What people call an endpoint: its address, or the machine that listens. */
export function titleOf(
  { locale }: Viewer,
  { url, description, deletedAt, listenerKeyId }: Destination,
): string {
  const t = translator(locale, "webhooks");
  if (listenerKeyId === null) return deletedAt === null ? url : t("deletedEndpoint", { url });
  return t("listenerOn", { device: description ?? t("unnamedDevice") });
}
