import { day } from "#lib/clock";

const quarter = 900_000;

/**
 * How far a zone's clocks are ahead of UTC at a moment, milliseconds: asked once a day, and on the days on which they
 * change, which they do at a quarter of an hour, once a quarter.
 */
export function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number>();
  const offsetOf = (moment: number) => {
    let offset = known.get(moment);
    if (offset === undefined) known.set(moment, (offset = offsetAt(format, moment)));
    return offset;
  };
  let last = { from: Number.NaN, until: Number.NaN, offset: 0 };
  return (at) => {
    if (at >= last.from && at < last.until) return last.offset;
    const begins = Math.floor(at / day) * day;
    const offset = offsetOf(begins);
    if (offset === offsetOf(begins + day)) {
      last = { from: begins, until: begins + day, offset };
      return offset;
    }
    const from = Math.floor(at / quarter) * quarter;
    last = { from, until: from + quarter, offset: offsetOf(from) };
    return last.offset;
  };
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - at;
}
