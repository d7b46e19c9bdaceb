import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { MailRow } from "#lib/mail/post";
import { Status, type StatusLook } from "../../_ui/status";

const looks: Record<MailRow["state"], StatusLook> = {
  would_be_sent: { tone: "plain", mark: "ring" },
  kept: { tone: "plain", mark: "filled" },
  queued: { tone: "wait", mark: "ring" },
  sent: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
};

/** How far a mail has come. */
export function MailState({ state, locale }: Pick<MailRow, "state"> & { locale: Locale }) {
  return <Status {...looks[state]}>{translator(locale, "outbox")(`state.${state}`)}</Status>;
}
