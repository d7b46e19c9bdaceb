import { configDefaults, defineConfig } from "vitest/config";

// What takes minutes is for `npm run test:full`.
const full = process.env.TEST_FULL !== undefined;

const shared = {
  environment: "node",
  pool: "threads" as const,
  exclude: [...configDefaults.exclude, "tests/e2e/**", ...(full ? [] : ["tests/full/**"])],
  testTimeout: full ? 600_000 : 20_000,
  hookTimeout: 40_000,
  setupFiles: full ? ["tests/support/property-runs.ts"] : [],
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
          // Embedded in WebAssembly, it takes some fifty times as long for a payment.
          testTimeout: full ? 600_000 : 120_000,
          exclude: [...shared.exclude, "tests/db/backup.test.ts"],
          include: ["tests/db/**/*.test.ts", "tests/lib/{db,ledger,payments,refunds}/**/*.test.ts"],
          env: { ...quiet, DATABASE_URL: "pglite://memory" },
        },
      },
    ],
  },
});
