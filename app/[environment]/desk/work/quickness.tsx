import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import type { AgentsWork, WorkPeriod } from "#lib/desk/agents-work";
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
  return (
    <Section title={t("figures")}>
      <DescriptionList
        items={[
          {
            term: t("approvalsDecided"),
            value: <a href={`${paths.approvals(viewer)}?show=decided&period=${period}`}>{approvals.count}</a>,
          },
          { term: t("approvalTime"), value: medianWords(viewer, approvals.median) },
          {
            term: t("disputesAnswered"),
            value: <a href={toDisputes("answered=yes&")}>{t("of", { count: disputes.byDeadline, total })}</a>,
          },
          { term: t("disputeTime"), value: medianWords(viewer, disputes.median) },
          {
            term: t("disputesLate"),
            value: <a href={toDisputes("ended=deadline&answered=no&")}>{disputes.late}</a>,
          },
        ]}
      />
    </Section>
  );
}

function medianWords({ locale }: Viewer, median: number | null): string | null {
  if (median === null) return null;
  const t = translator(locale, "desk");
  const hours = median / hour;
  if (hours < 1) return t("median", { time: t("minutes", { count: Math.round(median / minute) }) });
  if (hours < 48) return t("median", { time: t("hours", { count: Math.round(hours) }) });
  return t("median", { time: t("days", { count: Math.round(hours / 24) }) });
}
