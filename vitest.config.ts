import { configDefaults, defineConfig } from "vitest/config";

const shared = {
  environment: "node",
  pool: "threads" as const,
  exclude: [...configDefaults.exclude, "tests/e2e/**"],
  testTimeout: 20_000,
  hookTimeout: 40_000,
  setupFiles: process.env.TEST_FULL ? ["tests/support/property-runs.ts"] : [],
};

const quiet = { LOG_LEVEL: "silent" };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "sqlite", include: ["tests/**/*.test.ts"], env: quiet } },
      {
        test: {
          ...shared,
          name: "postgres",
          exclude: [...shared.exclude, "tests/db/backup.test.ts"],
          include: ["tests/db/**/*.test.ts", "tests/lib/{db,ledger,payments,refunds}/**/*.test.ts"],
          env: { ...quiet, DATABASE_URL: "pglite://memory" },
        },
      },
    ],
  },
});
