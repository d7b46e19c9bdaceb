import { type ActionGroup, actionGroups } from "#lib/audit/actions";
import type { HistoryChoice, HistoryPlace } from "#lib/audit/history";
import { addDays, isDay, startOfDay } from "#lib/calendar";
import { type ListQuery, valueIn } from "../../developers/list-query";

/** What the history is narrowed to; days are those of the viewer's time zone. */
export interface TypedChoice {
  group?: ActionGroup;
  q?: string;
  from?: string;
  until?: string;
}

/** Reads the filters of an address; what makes no sense filters nothing. */
export function choiceIn(query: ListQuery): TypedChoice {
  const day = (name: "from" | "until") => {
    const text = valueIn(query, name);
    return text && isDay(text) ? text : undefined;
  };
  const group = valueIn(query, "group");
  return {
    group: actionGroups.find((known) => known === group),
    q: valueIn(query, "q"),
    from: day("from"),
    until: day("until"),
  };
}

/** The same as the core takes it. */
export function historyChoice({ group, q, from, until }: TypedChoice, timeZone: string): HistoryChoice {
  return {
    group,
    text: q,
    from: from === undefined ? undefined : startOfDay(from, timeZone),
    until: until === undefined ? undefined : startOfDay(addDays(until, 1), timeZone),
  };
}

/** An address of the list with these filters, behind a line. */
export function historyHref(path: string, choice: TypedChoice, after?: HistoryPlace): string {
  const given = Object.entries(choice).flatMap(([name, value]: [string, string | undefined]) =>
    value ? [[name, value]] : [],
  );
  if (after) given.push(["after", `${after.at}.${after.sequence}`]);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Behind which line the address says a page begins. */
export function placeIn(query: ListQuery): HistoryPlace | undefined {
  const [, at, sequence] = /^(\d{1,15})\.(\d{1,15})$/.exec(valueIn(query, "after") ?? "") ?? [];
  return at && sequence ? { at: Number(at), sequence: Number(sequence) } : undefined;
}
