import type { testClocks } from "#db/schema/index";
import { invalid } from "#lib/errors";

/** Throws while a clock advances: nothing that hangs on it may be changed meanwhile. */
export function assertReady({ status }: typeof testClocks.$inferSelect): void {
  if (status === "ready") return;
  throw invalid(
    "Test clock advancement underway - cannot perform modifications until advancement finishes.",
    { code: "test_clock_advancing" },
  );
}
