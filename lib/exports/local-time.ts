const quarter = 900_000;

/** How far a zone's clocks are ahead of UTC at a moment, milliseconds: asked once a quarter of an hour, as they only change then. */
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
  let last = { quarter: Number.NaN, offset: 0 };
  return (at) => {
    const index = Math.floor(at / quarter);
    if (index === last.quarter) return last.offset;
    let offset = known.get(index);
    if (offset === undefined) known.set(index, (offset = offsetAt(format, index * quarter)));
    last = { quarter: index, offset };
    return offset;
  };
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - at;
}
