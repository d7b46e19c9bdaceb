import { translator } from "#lib/i18n/translator";
import { type StorySources, timelineOf } from "#lib/payments/timeline";
import type { Viewer } from "#lib/auth/viewer";
import { Section } from "../../../_ui/section";
import { Timeline } from "../../../_ui/timeline";
import { detailOf } from "./timeline-detail";
import { titleOf } from "./timeline-title";

type PaymentTimelineProps = { viewer: Viewer; story: StorySources };

export function PaymentTimeline({ viewer, story }: PaymentTimelineProps) {
  const hurtful = new Set<string>([
    "declined",
    "refund_failed",
    "authentication_failed",
    "not_collected",
    "disputed",
    "escalated",
    "dispute_lost",
  ]);
  return (
    <Section title={translator(viewer.locale, "payment")("happened.title")}>
      <Timeline
        entries={timelineOf(story).map((entry) => ({
          key: entry.key,
          title: titleOf(viewer, story.payment, entry),
          detail: detailOf(viewer, story.payment, entry),
          tone: hurtful.has(entry.kind) ? "hurt" : undefined,
        }))}
      />
    </Section>
  );
}
