interface Ending {
  revokedAt: number | null;
  /** Milliseconds, environment's clock. */
  expiresAt: number | null;
}

/** Whether requests made with a key are answered at a moment of its environment's clock. */
export function isInUse({ revokedAt, expiresAt }: Ending, now: number): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}
