import { z } from "zod";
import { addDays, isDay, startOfDay } from "#lib/calendar";
import { isKnownVersion } from "#lib/versions/known";
import { eventTypes } from "#lib/webhooks/event-types";
import { longestOverlap } from "#lib/webhooks/roll-secret";

const known: ReadonlySet<string> = new Set(["*", ...eventTypes]);

/** One name a line, or with blanks or commas between. */
const enabledEvents = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
  .refine((names) => names.length > 0, "events_required")
  .refine((names) => names.every((name) => known.has(name)), "event_unknown");

const fields = {
  url: z.string().trim().min(1, "required").max(2000, "too_long"),
  description: z
    .string()
    .trim()
    .max(500, "too_long")
    .transform((text) => text || null),
  enabledEvents,
};

/** Empty: the account's. */
const apiVersion = z
  .string()
  .default("")
  .refine((version) => version === "" || isKnownVersion(version), "version_unknown")
  .transform((version) => version || null);

const day = z.string().refine(isDay, "day_invalid");

export const newEndpointForm = z.strictObject({ ...fields, apiVersion });
export const editEndpointForm = z.strictObject({ id: z.string(), ...fields });
export const statusForm = z.strictObject({ id: z.string(), status: z.enum(["enabled", "disabled"]) });
export const idForm = z.strictObject({ id: z.string() });
export const rollForm = z.strictObject({
  id: z.string(),
  overlapHours: z.coerce.number().int().min(0).max(longestOverlap),
});
export const replayForm = z.strictObject({ id: z.string(), from: day, until: day });

/** The moments from the beginning of the first day to the end of the last. */
export function momentsOf({ from, until }: { from: string; until: string }, timeZone: string) {
  return { from: startOfDay(from, timeZone), until: startOfDay(addDays(until, 1), timeZone) };
}
