import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { Status } from "../../../_ui/status";

type EndpointStateProps = { viewer: Viewer; endpoint: Pick<WebhookEndpointRow, "status" | "listenerKeyId"> };

/** Whether events are sent to an endpoint, or to a command line that listens. */
export function EndpointState({ viewer, endpoint }: EndpointStateProps) {
  const t = translator(viewer.locale, "webhooks");
  const { status, listenerKeyId } = endpoint;
  const words =
    listenerKeyId === null
      ? { enabled: t("enabled"), disabled: t("disabled") }
      : { enabled: t("listens"), disabled: t("gone") };
  return (
    <Status tone={status === "enabled" ? "good" : "plain"} mark="filled">
      {words[status]}
    </Status>
  );
}
