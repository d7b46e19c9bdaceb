import type { DisputeRow } from "#lib/disputes/wire";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Status, type StatusLook } from "../../../_ui/status";

const looks = {
  needs_response: { tone: "hurt", mark: "ring" },
  under_review: { tone: "wait", mark: "ring" },
  won: { tone: "good", mark: "filled" },
  lost: { tone: "hurt", mark: "filled" },
  warning_needs_response: { tone: "wait", mark: "ring" },
  warning_under_review: { tone: "wait", mark: "ring" },
  warning_closed: { tone: "plain", mark: "filled" },
} satisfies Record<DisputeRow["status"], StatusLook>;

/** Where a dispute stands, in a word. */
export function DisputeState({ status, locale }: { status: DisputeRow["status"]; locale: Locale }) {
  return <Status {...looks[status]}>{translator(locale, "disputes")(`status.${status}`)}</Status>;
}
