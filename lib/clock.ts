/** Seconds since 1970, as the API tells time, of milliseconds. */
export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** `seconds`, for what may not have happened. */
export function secondsOrNull(milliseconds: number | null): number | null {
  return milliseconds === null ? null : seconds(milliseconds);
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
