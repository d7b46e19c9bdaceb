import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { DeliveryState } from "#lib/webhooks/deliveries";
import { type SendError, sendErrors } from "#lib/webhooks/send";
import { Status, type StatusLook } from "../../../_ui/status";

const looks: Record<DeliveryState, StatusLook> = {
  pending: { tone: "wait", mark: "ring" },
  queued: { tone: "plain", mark: "ring" },
  delivered: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  canceled: { tone: "plain", mark: "filled" },
};

/** What became of a delivery. */
export function DeliveryStatus({ viewer, state }: { viewer: Viewer; state: DeliveryState }) {
  const t = translator(viewer.locale, "webhooks");
  return <Status {...looks[state]}>{t(`states.${state}`)}</Status>;
}

/** What the endpoint said, or why it said nothing. */
export function answerInWords({ locale }: Viewer, status: number | null, error: string | null): string {
  const t = translator(locale, "webhooks");
  if (status !== null) return t("status", { status: String(status) });
  const known = sendErrors.find((one): one is SendError => one === error);
  return known ? t(`errors.${known}`) : t("noAnswer");
}
