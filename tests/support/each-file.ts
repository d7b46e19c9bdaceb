import { afterAll, vi } from "vitest";
import { endAll } from "#tests/support/at-end";

// Test files share a worker's modules, and nothing else: whatever one made, changed or pretended ends with it.
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await endAll();
});
