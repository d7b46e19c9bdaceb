import { workPeriods, type WorkPeriod } from "#lib/desk/agents-work";
import type { QueryParams } from "#lib/lists/read-params";

/** The period that an address asks for; thirty days where it asks for none. */
export function periodIn(address: QueryParams): WorkPeriod {
  return workPeriods.find((period) => period === address.period) ?? "30_days";
}
