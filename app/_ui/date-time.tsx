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
  /** "when" says today and yesterday, and needs `view.now`; "exact" says the second too. */
  as?: Way;
};

type Way = "date" | "date-time" | "exact" | "time" | "when";

/** A moment, on the clock of `view`; pointing at it tells the whole of it, with the zone's name. */
export function DateTime({ at, view, as = "date-time" }: DateTimeProps) {
  const whole = `${exactly(at, view)} (${view.timeZone})`;
  return (
    <time dateTime={new Date(at).toISOString()} title={whole}>
      {said(at, view, as)}
    </time>
  );
}

function said(at: number, view: TimeView, as: Way): string {
  if (as === "date") return formatDate(at, view);
  if (as === "exact") return exactly(at, view);
  if (as === "time") return formatTimeWithSeconds(at, view);
  if (as === "when" && view.now !== undefined) return formatWhen(at, { ...view, now: view.now });
  return formatDateTime(at, view);
}

function exactly(at: number, view: TimeView): string {
  return `${formatDate(at, { ...view, now: undefined })}, ${formatTimeWithSeconds(at, view)}`;
}
