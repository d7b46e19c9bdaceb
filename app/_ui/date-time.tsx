import {
  formatDate,
  formatDateTime,
  formatTimeWithSeconds,
  formatWhen,
  type TimeView,
} from "#lib/i18n/format";

type DateTimeProps = {
  /** Milliseconds since 1970. */
  at: number;
  view: TimeView;
  /** "when" says today and yesterday, and needs `view.now`. */
  as?: "date" | "date-time" | "time" | "when";
};

/** A moment, on the clock of `view`; pointing at it tells the whole of it, with the zone's name. */
export function DateTime({ at, view, as = "date-time" }: DateTimeProps) {
  const whole = `${formatDate(at, { ...view, now: undefined })}, ${formatTimeWithSeconds(at, view)} (${view.timeZone})`;
  return (
    <time dateTime={new Date(at).toISOString()} title={whole}>
      {said(at, view, as)}
    </time>
  );
}

function said(at: number, view: TimeView, as: "date" | "date-time" | "time" | "when"): string {
  if (as === "date") return formatDate(at, view);
  if (as === "time") return formatTimeWithSeconds(at, view);
  if (as === "when" && view.now !== undefined) return formatWhen(at, { ...view, now: view.now });
  return formatDateTime(at, view);
}
