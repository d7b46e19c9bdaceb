import type { DisputeRow } from "#lib/disputes/wire";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Meaning } from "../../../_ui/meaning";
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

type DisputeStateProps = {
  status: DisputeRow["status"];
  locale: Locale;
  /** In a row that leads to the dispute, which the word then does too. */
  href?: string;
};

/** Where a dispute stands, in a word that tells what it means. */
export function DisputeState({ status, locale, href }: DisputeStateProps) {
  const t = translator(locale, "disputes");
  return (
    <Meaning text={t(`meaning.${status}`)} href={href}>
      <Status {...looks[status]}>{t(`status.${status}`)}</Status>
    </Meaning>
  );
}
