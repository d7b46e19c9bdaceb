import type { Day } from "#lib/calendar";
import { isDay } from "#lib/calendar";
import { oneOf, type QueryParams, readParams, writeParams } from "#lib/lists/read-params";
import {
  type Comparison,
  comparisons,
  namedPeriod,
  type Period,
  type PeriodName,
  periodNames,
  type Step,
  steps,
  stepsFor,
  toldPeriod,
  usualStep,
} from "./period.ts";

/** Which period is looked at, in which steps, and compared with what. */
export interface OverviewQuery {
  name: PeriodName;
  period: Period;
  step: Step;
  comparison: Comparison;
}

interface Calendar {
  timeZone: string;
  now: number;
  first: Day;
}

const usual: PeriodName = "4w";

/**
 * Reads what the address asks for; what cannot be understood, or makes no readable chart, is as it usually is. Days told
 * the wrong way round are those between them.
 */
export function readOverviewQuery(params: QueryParams, calendar: Calendar): OverviewQuery {
  const reader = readParams(params);
  const day = (param: string) => reader.one(param, (text) => (isDay(text) ? text : null));
  const [from, to] = inOrder(day("from"), day("to"));
  const asked = reader.one("period", oneOf(periodNames)) ?? (from && to ? "custom" : usual);
  const told = asked === "custom" && from && to ? toldPeriod(from, to, calendar.timeZone) : null;
  const name = asked === "custom" && !told ? usual : asked;
  const period = told ?? namedPeriod(name, calendar);
  if (!period) throw new Error(`No period is called ${name}`);
  const step = reader.one("step", oneOf(steps));
  const fits = stepsFor(period);
  return {
    name,
    period,
    step: step && fits.includes(step) ? step : usualStep(period),
    comparison: reader.one("compare", oneOf(comparisons)) ?? "previous",
  };
}

function inOrder(from: Day | null, to: Day | null): [from: Day | null, to: Day | null] {
  return from && to && to < from ? [to, from] : [from, to];
}

/** The address's words for what is looked at; what is usual is left out. */
export function overviewParams({ name, period, step, comparison }: OverviewQuery): URLSearchParams {
  const told = name === "custom";
  return writeParams(
    {
      period: name === usual ? null : name,
      from: told ? period.from : null,
      to: told ? lastDay(period) : null,
      step: step === usualStep(period) ? null : step,
      compare: comparison === "previous" ? null : comparison,
    },
    ["period", "from", "to", "step", "compare"],
  );
}

/** The last day of a period. */
export function lastDay({ until }: Period): Day {
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}
