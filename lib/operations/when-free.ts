import { find } from "#db/rows";
import { operations } from "#db/schema/index";
import { reader } from "#db/transaction";
import { shared } from "#db/shared";
import type { Viewer } from "#lib/auth/viewer";
import { heldUpBy } from "#lib/errors";

/** Whoever waits for the end of an operation, by its id. */
const waiting = shared("operation-waiters", () => new Map<string, Set<() => void>>());

/**
 * Carries out a command as soon as nobody else is at work on its object, for `patience` milliseconds at most; then it
 * throws as the command does. A command refuses a busy object before it has changed anything, so that it may be run
 * again. Not for use inside a transaction.
 */
export async function whenFree<Result>(
  viewer: Viewer,
  patience: number,
  command: () => Promise<Result>,
): Promise<Result> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await command();
    } catch (error) {
      const operationId = heldUpBy(error);
      const left = until - performance.now();
      if (operationId === null || left <= 0) throw error;
      await endOf(viewer, operationId, left);
    }
  }
}

/** Tells whoever waits for it that an operation is over: its end is committed. */
export function operationEnded(id: string): void {
  for (const wake of waiting.get(id) ?? []) wake();
}

/** Waits for the end of an operation, so many milliseconds at most. */
async function endOf(viewer: Viewer, id: string, patience: number): Promise<void> {
  const { promise: end, resolve: wake } = Promise.withResolvers<void>();
  const waiters = waiting.get(id) ?? new Set();
  waiting.set(id, waiters.add(wake));
  const alarm = setTimeout(wake, patience);
  try {
    // It may have ended before anybody waited for it.
    const operation = await find(await reader(viewer), operations, id);
    if (operation?.state !== "settled") await end;
  } finally {
    clearTimeout(alarm);
    waiters.delete(wake);
    if (waiters.size === 0) waiting.delete(id);
  }
}
