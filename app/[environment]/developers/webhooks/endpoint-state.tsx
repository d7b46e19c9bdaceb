import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { Status } from "../../../_ui/status";

/** Whether events are sent to an endpoint. */
export function EndpointState({ viewer, status }: { viewer: Viewer } & Pick<WebhookEndpointRow, "status">) {
  const t = translator(viewer.locale, "webhooks");
  return (
    <Status tone={status === "enabled" ? "good" : "plain"} mark="filled">
      {status === "enabled" ? t("enabled") : t("disabled")}
    </Status>
  );
}
