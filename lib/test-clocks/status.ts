import type { testClocks } from "#db/schema/index";
import { invalid } from "#lib/errors";

type TestClock = typeof testClocks.$inferSelect;

/** Throws while a clock advances, and once it failed to: nothing that hangs on it may be changed. */
export function assertReady(clock: TestClock): void {
  assertSettled(clock);
  if (clock.status === "ready") return;
  throw invalid("This test clock failed to advance. It can only be deleted, with all that hangs on it.");
}

/** Throws while a clock advances: it may not be deleted either. */
export function assertSettled({ status }: TestClock): void {
  if (status !== "advancing") return;
  throw invalid(
    "Test clock advancement underway - cannot perform modifications until advancement finishes.",
    { code: "test_clock_advancing" },
  );
}
