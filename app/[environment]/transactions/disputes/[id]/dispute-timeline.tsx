import type { Viewer } from "#lib/auth/viewer";
import type { DisputeMoment } from "#lib/disputes/moments";
import { translator } from "#lib/i18n/translator";
import { DateTime } from "../../../../_ui/date-time";
import { Section } from "../../../../_ui/section";
import { Timeline } from "../../../../_ui/timeline";
import { timeViewOf } from "../../../../_words/time-view-of";
import { aftermathTitle } from "../../[id]/aftermath-title";

const hurtful: readonly DisputeMoment["kind"][] = ["disputed", "escalated", "dispute_lost"];

type DisputeTimelineProps = { viewer: Viewer; moments: readonly DisputeMoment[] };

export function DisputeTimeline({ viewer, moments }: DisputeTimelineProps) {
  return (
    <Section title={translator(viewer.locale, "payment")("happened.title")}>
      <Timeline
        entries={moments.map((moment) => ({
          key: moment.key,
          title: aftermathTitle(viewer, moment),
          detail: <DateTime at={moment.at} view={timeViewOf(viewer)} as="when" />,
          tone: hurtful.includes(moment.kind) ? "hurt" : undefined,
        }))}
      />
    </Section>
  );
}
