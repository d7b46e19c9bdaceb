import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  title: ReactNode;
  /** When, by whom, under which reference. */
  detail?: ReactNode;
  tone?: "hurt";
};

/** What happened, newest first; the newest is marked. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="ui-timeline">
      {entries.map(({ key, title, detail, tone }, index) => (
        <li key={key} data-mark={index === 0 ? "filled" : undefined} data-tone={tone}>
          <div>{title}</div>
          {detail && <div className="ui-timeline-detail">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
