/** As many documents of one millisecond as stand in order; what comes above that goes to the next one. */
export const perMillisecond = 1024;

/** Where the documents of a moment begin. Small enough for a number to hold until the year 2248. */
export function positionAt(createdAt: number): number {
  return Math.max(0, Math.floor(createdAt)) * perMillisecond;
}

/** Beyond every document. */
export const lastPosition = Number.MAX_SAFE_INTEGER;
