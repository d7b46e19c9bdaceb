import { eventTypes } from "#lib/webhooks/event-types";

/** The names of events that a pattern means: one, or a group such as `charge.*`. */
export function typesLike(pattern: string): string[] {
  if (!pattern.endsWith("*")) return eventTypes.filter((type) => type === pattern);
  const start = pattern.slice(0, -1);
  return eventTypes.filter((type) => type.startsWith(start));
}
