const ends: (() => unknown)[] = [];

/** Has something done when the test file ends, the last asked for first. */
export function atEnd(end: () => unknown): void {
  ends.push(end);
}

/** Does all of it, also where some of it fails, and then says what failed. */
export async function endAll(): Promise<void> {
  const failures: unknown[] = [];
  for (let end = ends.pop(); end; end = ends.pop()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
