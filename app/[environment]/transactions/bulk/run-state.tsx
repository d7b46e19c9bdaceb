import type { BulkRun } from "#lib/bulk/run";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Status, type StatusLook } from "../../../_ui/status";

const looks = {
  preparing: { tone: "wait", mark: "ring" },
  ready: { tone: "wait", mark: "filled" },
  asked: { tone: "wait", mark: "ring" },
  running: { tone: "wait", mark: "ring" },
  paused: { tone: "wait", mark: "filled" },
  canceled: { tone: "plain", mark: "filled" },
  finished: { tone: "good", mark: "filled" },
} satisfies Record<BulkRun["state"], StatusLook>;

/** Where a run stands, in a word. */
export function RunState({ run, locale }: { run: BulkRun; locale: Locale }) {
  return <Status {...looks[run.state]}>{translator(locale, "bulk")(`runState.${run.state}`)}</Status>;
}
