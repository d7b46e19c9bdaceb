import type { TimeRange } from "#lib/api/params";
import { addDays, isDay, startOfDay } from "#lib/calendar";
import { type ListQuery, valueIn } from "../list-query";

/** What the list of events is narrowed to; days are those of the viewer's time zone. */
export interface EventChoice {
  type?: string;
  object?: string;
  from?: string;
  until?: string;
}

/** Reads the filters of an address; what makes no sense filters nothing. */
export function choiceIn(query: ListQuery): EventChoice {
  const day = (name: "from" | "until") => {
    const text = valueIn(query, name);
    return text && isDay(text) ? text : undefined;
  };
  return {
    type: valueIn(query, "type"),
    object: valueIn(query, "object"),
    from: day("from"),
    until: day("until"),
  };
}

/** The address of the list with these filters. */
export function listHref(path: string, choice: EventChoice): string {
  const given = Object.entries(choice).flatMap(([name, value]: [string, string | undefined]) =>
    value ? [[name, value]] : [],
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** The moments of the chosen days. */
export function rangeOf({ from, until }: EventChoice, timeZone: string): TimeRange {
  return {
    from: from === undefined ? undefined : startOfDay(from, timeZone),
    until: until === undefined ? undefined : startOfDay(addDays(until, 1), timeZone),
  };
}
