import { offsetAt } from "#lib/calendar";
import { day } from "#lib/clock";

const quarter = 900_000;

/**
 * How far a zone's clocks are ahead of UTC at a moment, milliseconds: asked once a day, and on the days on which they
 * change, which they do at a quarter of an hour, once a quarter.
 */
export function offsetsOf(timeZone: string): (at: number) => number {
  const known = new Map<number, number>();
  const offsetOf = (moment: number) => {
    let offset = known.get(moment);
    if (offset === undefined) known.set(moment, (offset = offsetAt(moment, timeZone)));
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
