import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import type { AgentsWork, Resolution, WorkPeriod } from "#lib/desk/agents-work";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";

type QuicknessProps = { viewer: Viewer; work: AgentsWork; period: WorkPeriod };

/** How soon approvals were decided and disputes answered, each leading to its list. */
export function Quickness({ viewer, work: { approvals, disputes }, period }: QuicknessProps) {
  const t = translator(viewer.locale, "desk");
  const toDisputes = (words: string) => `${paths.disputes(viewer)}?${words}date=${period}`;
  const total = disputes.byDeadline + disputes.late;
  const decided = `${paths.approvals(viewer)}?show=decided&period=${period}`;
  const answered = toDisputes("answered=yes&");
  return (
    <Section title={t("figures")}>
      <DescriptionList
        items={[
          {
            term: t("approvalsDecided"),
            value: <a href={decided}>{approvals.count}</a>,
          },
          { term: t("approvalTime"), value: medianOf(viewer, approvals, decided) },
          {
            term: t("disputesAnswered"),
            value: <a href={answered}>{t("of", { count: disputes.byDeadline, total })}</a>,
          },
          { term: t("disputeTime"), value: medianOf(viewer, disputes, answered) },
          {
            term: t("disputesLate"),
            value: <a href={toDisputes("ended=deadline&answered=no&")}>{disputes.late}</a>,
          },
        ]}
      />
    </Section>
  );
}

function medianOf(viewer: Viewer, { median }: Resolution, href: string) {
  return median === null ? null : <a href={href}>{medianWords(viewer, median)}</a>;
}

function medianWords({ locale }: Viewer, median: number): string {
  const t = translator(locale, "desk");
  const hours = median / hour;
  if (hours < 1) return t("median", { time: t("minutes", { count: Math.round(median / minute) }) });
  if (hours < 48) return t("median", { time: t("hours", { count: Math.round(hours) }) });
  return t("median", { time: t("days", { count: Math.round(hours / 24) }) });
}
